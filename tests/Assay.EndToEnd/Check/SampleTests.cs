using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>The sample, judged with evidence produced on the spot, once; the tests look at the result from several sides.</summary>
public sealed class SampleFixture : IDisposable
{
    public SampleFixture()
    {
        Repository = Repository.OfSample();
        Lightweight = Repository.Assay("check", "--profile", "lightweight", "--format", "json");
    }

    internal Repository Repository { get; }

    internal AssayRun Lightweight { get; }

    public void Dispose() => Repository.Dispose();
}

/// <summary>What a newcomer sees on the sample.</summary>
public sealed class SampleTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public void The_sample_passes_lightweight_by_evidence_produced_on_the_spot()
    {
        var run = sample.Lightweight;
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("pass", run.Json.GetProperty("verdict").GetString());
        Assert.All(run.Json.GetProperty("evidence").EnumerateArray(), item => Assert.Equal("collected", item.GetProperty("trust").GetString()));
    }

    [Fact]
    public void It_passes_by_tests_that_ran_and_a_scanner_that_was_probed()
    {
        foreach (var criterion in (string[])["tests_run", "tests_pass", "secrets", "types_clean", "lint_clean"])
            Assert.Equal("pass", sample.Lightweight.Status(criterion));
        Assert.Equal(Fact(sample.Lightweight, "tests.run"), CountTests());
    }

    [Fact]
    public void Its_own_recorded_evidence_is_good_for_another_look_without_collecting()
    {
        var run = sample.Repository.Assay("check", "--profile", "lightweight", "--no-collect", "--format", "json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Json.GetProperty("evidence").EnumerateArray(), item => item.GetProperty("trust").GetString() == "recorded");
    }

    [Fact]
    public void Without_a_profile_it_is_blocked_and_says_by_what()
    {
        var run = sample.Repository.Assay("check", "--no-collect");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("BLOCKED", run.Out, StringComparison.Ordinal);
        Assert.Contains("vulnerabilities", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Enterprise_asks_for_more_than_standard()
    {
        var standard = Blocking(sample.Repository.Assay("check", "--no-collect", "--format", "json"));
        var enterprise = Blocking(sample.Repository.Assay("check", "--no-collect", "--profile", "enterprise", "--format", "json"));
        Assert.Superset(standard, enterprise);
        Assert.True(enterprise.Count > standard.Count);
    }

    [Fact]
    public void A_documentation_commit_does_not_make_its_evidence_stale_and_a_source_edit_does()
    {
        var repository = sample.Repository;
        repository.Git("checkout", "-q", "-b", "documentation");
        File.AppendAllText(repository.FullPath("README.md"), "\nMore.\n");
        repository.Commit("documentation");
        Assert.Equal("pass", repository.Assay("check", "--profile", "lightweight", "--no-collect", "--format", "json").Status("tests_pass"));

        File.AppendAllText(repository.FullPath("src/Payments/Program.cs"), "\n// edited\n");
        Assert.Equal("stale", repository.Assay("check", "--profile", "lightweight", "--no-collect", "--format", "json").Status("tests_pass"));
        repository.Git("checkout", "-q", "--", ".");
        repository.Git("checkout", "-q", "main");
    }

    private static HashSet<string> Blocking(AssayRun run) => [.. run.Json.GetProperty("gates").EnumerateArray()
        .SelectMany(gate => gate.GetProperty("criteria").EnumerateArray())
        .Where(finding => finding.GetProperty("status").GetString() is "fail" or "missing" or "stale" or "error").Select(finding => finding.GetProperty("id").GetString()!)];

    private static decimal Fact(AssayRun run, string name) =>
        run.Json.GetProperty("facts").EnumerateArray().First(fact => fact.GetProperty("name").GetString() == name).GetProperty("value").GetDecimal();

    /// <summary>Counts the results in the reports themselves, not through Assay's reader.</summary>
    private decimal CountTests() => Directory.EnumerateFiles(sample.Repository.FullPath(".assay"), "*.trx", SearchOption.AllDirectories)
        .Sum(file => File.ReadAllText(file).Split("<UnitTestResult ").Length - 1);
}
