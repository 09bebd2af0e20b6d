using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Evidence.Gathering;
using Assay.Evidence.Store;
using Assay.Tests.Evidence.Store;

namespace Assay.Tests.Evidence.Gathering;

public sealed class EvidenceSetTests : IDisposable
{
    private const string Bill = """{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a"}]}""";
    private const string OtherBill = """{"bomFormat":"CycloneDX","specVersion":"1.5","components":[]}""";
    private const string Requirements = "schema: assay/requirements/v1\nrequirements:\n  - id: R-1\n    title: t\n    acceptance:\n      - { id: R-1.1, text: x, tests: [ A.B ] }\n";

    private readonly TemporaryFolder _repository = new();
    private readonly EvidenceStore _store;

    public EvidenceSetTests() => _store = new EvidenceStore(_repository.Path);

    public void Dispose() => _repository.Dispose();

    private string Keep(string text, DateTimeOffset? started = null)
    {
        using var folder = _store.Begin("payments", "dotnet-test");
        File.WriteAllText(Path.Combine(folder.Path, "report.json"), text);
        _store.Commit(folder, EvidenceStoreTests.Record() with { StartedAt = started ?? DateTimeOffset.UtcNow, EndedAt = DateTimeOffset.UtcNow });
        return Path.Combine(_repository.Path, ".assay", "evidence", "payments", "dotnet-test", "report.json");
    }

    private EvidenceSet Load(string[] paths, string[]? steps = null, string[]? tracked = null) => EvidenceSet.Load(
        new EvidenceRequest(_repository.Path, "payments", _store.Load("payments"), (steps ?? []).ToImmutableHashSet(), [.. paths], (tracked ?? []).ToImmutableHashSet()),
        TestContext.Current.CancellationToken);

    private static EvidenceItem Only(EvidenceSet set)
    {
        Assert.Empty(set.Problems);
        return Assert.Single(set.Readings).Item;
    }

    private static void Refused(ErrorKind kind, EvidenceSet set)
    {
        Assert.Empty(set.Readings);
        Assert.Equal(kind, Assert.Single(set.Problems).Error.Kind);
    }

    [Fact]
    public void What_a_step_of_this_run_left_is_collected_and_what_an_earlier_one_left_is_recorded()
    {
        Keep(Bill);
        var collected = Only(Load([], ["dotnet-test"]));
        Assert.Equal((Trust.Collected, "sha256:subject", ".assay/evidence/payments/dotnet-test/report.json", "dotnet test"), (collected.Trust, collected.Subject, collected.Path, collected.ProducedBy));
        Assert.Equal(Trust.Recorded, Only(Load([])).Trust);
    }

    [Fact]
    public void What_is_only_named_is_asserted_and_bound_to_nothing()
    {
        _repository.Write("out/bom.json", Bill);
        var item = Only(Load(["out/bom.json"]));
        Assert.Equal((Trust.Asserted, null, "out/bom.json", "cyclonedx", "payments"), (item.Trust, item.Subject, item.Path, item.Format, item.Component));
    }

    [Fact]
    public void The_same_bytes_count_once_with_the_best_provenance()
    {
        Keep(Bill);
        _repository.Write("a/bom.json", Bill);
        _repository.Write("b/bom.json", Bill);
        Assert.Equal(Trust.Recorded, Only(Load(["a/bom.json", "b", "**/bom.json"])).Trust);
    }

    [Theory]
    [InlineData("out/bom.json")]
    [InlineData("out")]
    [InlineData("out/")]
    [InlineData("**/*.json")]
    [InlineData("out/b{om,un}.[j]son")]
    [InlineData("./out/*")]
    public void A_file_a_folder_or_a_pattern_finds_it(string named)
    {
        _repository.Write("out/bom.json", Bill);
        _repository.Write("node_modules/x/y.json", OtherBill);
        _repository.Write(".git/x.json", OtherBill);
        Assert.Equal("out/bom.json", Only(Load([named])).Path);
        Assert.Equal("out/bom.json", Only(Load([Path.Combine(_repository.Path, named)])).Path);
    }

    [Fact]
    public void What_was_named_and_is_not_there_is_not_passed_over()
    {
        Refused(EvidenceErrors.NotFound, Load(["nowhere.xml"]));
        Refused(EvidenceErrors.NotFound, Load([""]));
        Refused(ConfigurationErrors.GlobMatchedNothing, Load(["out/*.xml"]));
        Refused(ConfigurationErrors.GlobMatchedNothing, Load(["out/[.xml"]));
        Directory.CreateDirectory(Path.Combine(_repository.Path, "empty"));
        Refused(ConfigurationErrors.GlobMatchedNothing, Load(["empty"]));
    }

    [Fact]
    public void A_report_that_git_tracks_is_refused_also_behind_a_link_and_a_file_that_people_write_is_not()
    {
        _repository.Write("bom.json", Bill);
        Refused(EvidenceErrors.TrackedByGit, Load(["bom.json"], tracked: ["bom.json"]));
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "link.json"), "bom.json");
        Refused(EvidenceErrors.TrackedByGit, Load(["link.json"], tracked: ["bom.json"]));
        _repository.Write("requirements.yaml", Requirements);
        Assert.Equal("requirements", Only(Load(["requirements.yaml"], tracked: ["requirements.yaml"])).Format);
    }

    [Fact]
    public void A_report_that_was_there_before_its_command_began_is_refused()
    {
        var path = Keep(Bill);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        Refused(EvidenceErrors.OlderThanRun, Load([], ["dotnet-test"]));
    }

    [Fact]
    public void Evidence_behind_a_link_that_leads_out_is_refused_and_a_file_elsewhere_that_is_named_so_is_read()
    {
        using var outside = new TemporaryFolder();
        var elsewhere = outside.Write("bom.json", Bill);
        Assert.Equal(elsewhere, Only(Load([elsewhere])).Path);
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "file.json"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(_repository.Path, "folder"), outside.Path);
        foreach (var named in (string[])["file.json", "folder/bom.json", "folder", "folder/*.json", "*.json", "../*.json"])
        {
            Refused(EvidenceErrors.OutsideRepository, Load([named]));
        }
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "a.json"), "b.json");
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "b.json"), "a.json");
        Refused(EvidenceErrors.OutsideRepository, Load(["a.json"]));
    }

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        _repository.Write("out/bom.json", Bill);
        File.CreateSymbolicLink(Path.Combine(_repository.Path, "link.json"), "out/bom.json");
        Assert.Equal("link.json", Only(Load(["link.json"])).Path);
    }

    [Fact]
    public void Unreadable_evidence_is_a_problem_of_the_step_that_left_it()
    {
        Keep(Bill[..40]);
        var problem = Assert.Single(Load([]).Problems);
        Assert.Equal((EvidenceErrors.Unreadable, StepKind.Test, "payments", ".assay/evidence/payments/dotnet-test/report.json"),
            (problem.Error.Kind, problem.Step, problem.Component, problem.Error.File));
    }

    [Fact]
    public void A_file_of_unknown_content_concerns_every_fact()
    {
        _repository.Write("x.txt", "hello");
        var problem = Assert.Single(Load(["x.txt"]).Problems);
        Assert.Equal((EvidenceErrors.Unrecognised, (StepKind?)null, "x.txt"), (problem.Error.Kind, problem.Step, problem.Error.File));
    }

    [Fact]
    public void All_mistakes_of_a_file_that_people_write_are_problems()
    {
        _repository.Write("requirements.yaml", "schema: assay/requirements/v1\nrequirements:\n  - id: TODO\n    title: …\n    acceptance: []\n");
        Assert.Equal([3, 4, 5], Load(["requirements.yaml"]).Problems.Select(problem => problem.Error.Line));
    }

    [Fact]
    public void Problems_of_the_store_are_kept()
    {
        File.WriteAllText(Keep(Bill), "changed");
        Refused(EvidenceErrors.DigestMismatch, Load([]));
    }

    [Fact]
    public void What_is_changed_after_the_store_was_loaded_is_still_noticed()
    {
        var path = Keep(Bill);
        var stored = _store.Load("payments");
        File.WriteAllText(path, OtherBill);
        var request = new EvidenceRequest(_repository.Path, "payments", stored, ImmutableHashSet<string>.Empty, [], ImmutableHashSet<string>.Empty);
        Refused(EvidenceErrors.DigestMismatch, EvidenceSet.Load(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Problems_that_a_step_had_stay_true_while_its_record_stands()
    {
        using (var folder = _store.Begin("payments", "dotnet-test"))
        {
            _store.Commit(folder, EvidenceStoreTests.Record() with { Problems = [new StepProblem("ASY1502", "It broke.", null)] });
        }
        Refused(CollectionErrors.ToolFailed, Load([]));
    }

    [Fact]
    public void Observations_come_with_their_evidence()
    {
        _repository.Write("bom.json", Bill);
        Assert.Equal([new Package("a", null, null)], Assert.Single(Load(["bom.json"]).Readings).Observations);
    }
}
