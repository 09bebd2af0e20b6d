using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Standards;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Judging;

/// <summary>Evidence counts for what it is bound to and for nothing else.</summary>
public sealed class EvidenceBindingTests
{
    private const string Mine = "sha256:mine", Theirs = "sha256:theirs";

    private static readonly Binding Release = new(BindingKind.Release), Age = new(BindingKind.Age, TimeSpan.FromDays(90));

    [Theory]
    [InlineData("sha256:now", null, null, Status.Pass)]
    [InlineData("sha256:now", Mine, null, Status.Pass)]
    [InlineData("sha256:now", Mine, Mine, Status.Pass)]
    [InlineData("sha256:now", Theirs, Mine, Status.Stale)]
    [InlineData("sha256:now", null, Mine, Status.Stale)]
    [InlineData("sha256:before", Mine, Mine, Status.Stale)]
    [InlineData(null, Mine, Mine, Status.Stale)]
    public void What_a_release_is_judged_by_was_made_with_it(string? subject, string? artifact, string? released, Status status)
    {
        var item = Report(subject, Trust.Recorded, Noon.AddHours(-1)) with { Artifact = artifact, Step = StepKind.Load };
        Assert.Equal(status, Judged(Release, input => input with { Evidence = [item], Artifact = released }).Status);
    }

    [Fact]
    public void A_load_test_of_another_release_says_so() => Assert.Contains("made with another release", Judged(Release, input => input with
    {
        Evidence = [Report() with { Artifact = Theirs, Step = StepKind.Load }], Artifact = Mine,
    }).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_record_of_the_judged_tree_needs_no_release_and_no_time_of_its_own()
    {
        Assert.Equal(Status.Pass, Judged(Release, input => input with { Artifact = Mine }).Status);
        Assert.Equal(Status.Pass, Judged(Age, input => input).Status);
    }

    [Theory]
    [InlineData("sha256:now", null, "", Status.Pass)]
    [InlineData("sha256:before", "root1", "root1", Status.Pass)]
    [InlineData("sha256:before", "root1 root2", "root2 root3", Status.Pass)]
    [InlineData("sha256:before", "root9", "root1", Status.Stale)]
    [InlineData("sha256:before", null, "root1", Status.Stale)]
    [InlineData("sha256:before", "root1", "", Status.Stale)]
    [InlineData(null, "root1", "root1", Status.Stale)]
    public void What_may_be_of_other_content_must_be_of_this_repository(string? subject, string? origin, string origins, Status status)
    {
        var item = Report(subject, Trust.Recorded, Noon.AddDays(-1)) with { Step = StepKind.Drill, Origin = origin };
        Assert.Equal(status, Judged(Age, input => input with { Evidence = [item], Origins = [.. origins.Split(' ', StringSplitOptions.RemoveEmptyEntries)] }).Status);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-2, 1)]
    [InlineData(-1, -2)]
    public void Times_in_the_future_and_runs_that_end_before_they_begin_are_errors(int startedDays, int endedDays)
    {
        var item = Report(producedAt: Noon.AddDays(endedDays)) with { StartedAt = Noon.AddDays(startedDays), Step = StepKind.Drill };
        foreach (var binding in (Binding[])[Binding.Tree, Release, Age])
            Assert.Equal(Status.Error, Judged(binding, input => input with { Evidence = [item] }).Status);
    }

    [Fact]
    public void A_figure_from_nowhere_is_bound_to_no_release_and_to_no_time()
    {
        foreach (var binding in (Binding[])[Release, Age])
            Assert.Equal(Status.Error, Judge.Gates(Input(Standard(Criterion(binds: binding)), Lines(100, source: null)))[0].Findings[0].Status);
    }

    [Theory]
    [InlineData("sha256:everything", StepKind.Secrets, Status.Pass)]
    [InlineData("sha256:now", StepKind.Secrets, Status.Stale)]
    [InlineData("sha256:now", StepKind.Other, Status.Stale)]
    [InlineData("sha256:before", StepKind.Secrets, Status.Stale)]
    public void That_there_are_no_secrets_is_said_of_every_file(string subject, StepKind step, Status status)
    {
        var fact = Lines(100) with { Name = FactNames.SecretsFound };
        var input = Input(Standard(Criterion(fact: FactNames.SecretsFound)), fact) with
        {
            Evidence = [Report(subject, Trust.Recorded, Noon.AddHours(-1)) with { Step = step }], Components = [Component() with { Content = "sha256:everything" }],
        };
        Assert.Equal(status, Judge.Gates(input).Single().Findings.Single().Status);
    }

    [Fact]
    public void The_same_bytes_count_by_their_best_provenance()
    {
        var stale = Report("sha256:before", Trust.Recorded, Noon.AddDays(-1)) with { Step = StepKind.Load };
        Assert.Equal(Status.Pass, Judged(Release, input => input with { Evidence = [stale, stale with { Subject = "sha256:now" }] }).Status);
    }

    private static Finding Judged(Binding binding, Func<JudgementInput, JudgementInput> edit) =>
        Judge.Gates(edit(Input(Standard(Criterion(fact: FactNames.CoverageLines, binds: binding)), Lines(100)))).Single().Findings.Single();
}
