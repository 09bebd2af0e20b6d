using Assay.Core.Changes;
using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Performance.Loads;

namespace Assay.Tests.Measuring.Performance;

/// <summary>slo.yaml counts where it states everything, no laxer than the standard, before the code that it judges.</summary>
public sealed class TargetFactsTests
{
    private const string Criterion = "performance_targets";

    [Fact]
    [Shows(Criterion, Status.Pass)]
    public void Targets_that_stood_at_base_are_stated() => Assert.Equal(Status.Pass, Promising().Of(Criterion).Status);

    [Fact]
    [Shows(Criterion, Status.Missing)]
    public void Without_slo_yaml_nothing_is_promised()
    {
        var finding = new Lab().File("src/App.cs", "class A { }").Of(Criterion);
        Assert.Equal((Status.Missing, "no slo.yaml"), (finding.Status, finding.Reason));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "component: app", "component: other", "of component other" },
        { "p50: 100 ms", "p50: 150 ms", "laxer than the standard's 100 ms" },
        { "p95: 200 ms", "p95: 201 ms", "laxer than the standard's 200 ms" },
        { "p99: 500 ms", "p99: 1 s", "laxer than the standard's 500 ms" },
        { "error_rate: 0.5 %", "error_rate: 1 %", "laxer than the standard's 0.5 %" },
        { "alerts/app.rules.yaml", "alerts/none.yaml", "which is not there" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    [Shows(Criterion, Status.Fail)]
    public void What_is_laxer_than_the_standard_or_about_something_else_fails(string right, string wrong, string says)
    {
        var finding = Promising(Slo.Replace(right, wrong, StringComparison.Ordinal)).Of(Criterion);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(says, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_that_come_after_the_code_are_no_targets()
    {
        var finding = new Lab().File("slo.yaml", Slo).File("alerts/app.rules.yaml", "groups: []").File("src/App.cs", "class A { }").AtBase("src/App.cs", "class A { }").Of(Criterion);
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains("comes after the code: src/App.cs", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Moving_the_code_does_not_make_it_new()
    {
        var finding = new Lab().File("slo.yaml", Slo).File("alerts/app.rules.yaml", "groups: []").File("src/App.cs", "class A { }").AtBase("old/App.txt", "x")
            .Edited(new ChangedFile("src/App.cs", "old/App.cs", ChangeKind.Renamed, [])).Of(Criterion);
        Assert.Equal(Status.Fail, finding.Status);
    }

    [Fact]
    public void They_may_come_with_the_change_that_adds_the_component() =>
        Assert.Equal(Status.Pass, new Lab().File("slo.yaml", Slo).File("alerts/app.rules.yaml", "groups: []").File("src/App.cs", "class A { }").AtBase("README.md", "x").Of(Criterion).Status);

    [Fact]
    public void Of_a_state_they_have_to_stand() =>
        Assert.Equal(Status.Pass, new Lab { Judged = Judged.State }.File("slo.yaml", Slo).File("alerts/app.rules.yaml", "groups: []").File("src/App.cs", "class A { }").Of(Criterion).Status);

    [Fact]
    public void The_starter_as_it_was_shows_nothing()
    {
        var starter = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "starters", "slo.yaml"));
        var finding = Promising(starter).Of(Criterion);
        Assert.Equal(Status.Missing, finding.Status);
        Assert.StartsWith("slo.yaml still holds what the starter wrote", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_named_with_its_place() =>
        Assert.Contains("unknown key 'extra'", Promising(Slo + "\nextra: 1\n").Of(Criterion).Reason, StringComparison.Ordinal);
}
