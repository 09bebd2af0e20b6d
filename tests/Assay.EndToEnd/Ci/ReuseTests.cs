using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Ci;

/// <summary>Squashes and merge queues make new commits of content that was judged: evidence is bound to the content, so it serves again, and to nothing else.</summary>
public sealed class ReuseTests : IDisposable
{
    private readonly JudgedProject _project = JudgedProject.Create();

    public ReuseTests()
    {
        var first = _project.Assay("check", "--format", "json");
        Assert.True(first.ExitCode == 0, first.ToString());
    }

    /// <summary>Catches a squash that has to be tested again although nothing in it is new.</summary>
    [Fact]
    public void A_squash_of_the_same_content_is_judged_by_the_evidence_that_is_there()
    {
        var (head, times) = (_project.Head, EvidenceTimes());
        _project.Git("checkout", "-q", "-b", "queue", "origin/main");
        _project.Git("merge", "-q", "--squash", "origin/feature");
        _project.Git("commit", "-q", "-m", "subtracts (squashed)");
        Assert.NotEqual(head, _project.Head);
        Passes();
        Assert.Equal(times, EvidenceTimes());
    }

    /// <summary>Catches a merge queue's commit, with main moved on by words only, that is tested again.</summary>
    [Fact]
    public void A_merge_commit_whose_content_is_the_same_is_judged_by_it_too()
    {
        _project.Git("checkout", "-q", "-b", "queue", "origin/main");
        File.WriteAllText(Path.Combine(_project.Root, "README.md"), "Words.\n");
        _project.Git("add", "-A");
        _project.Git("commit", "-q", "-m", "words");
        _project.Git("merge", "-q", "--no-ff", "-m", "merge", "origin/feature");
        Passes();
    }

    /// <summary>Catches a cache of another branch or an older commit that passes what it never saw.</summary>
    [Fact]
    public void A_cache_of_other_content_is_stale_and_no_pass()
    {
        File.WriteAllText(Path.Combine(_project.Root, "src/subtract.js"), "export function subtract(a, b) {\n  return 1;\n}\n");
        _project.Git("commit", "-q", "-a", "-m", "cheats");
        var run = _project.Assay("check", "--no-collect", "--format", "json");
        Assert.Equal((1, "blocked"), (run.ExitCode, run.Json.GetProperty("verdict").GetString()));
        Assert.Equal("stale", run.Status("tests_pass"));
    }

    /// <summary>Catches a merge whose content is of both sides, and that neither side's tests have seen.</summary>
    [Fact]
    public void A_merge_with_code_of_main_needs_a_run_of_its_own()
    {
        _project.Git("checkout", "-q", "-b", "queue", "origin/main");
        File.WriteAllText(Path.Combine(_project.Root, "src/add.js"), "export function add(a, b) {\n  return a - b;\n}\n");
        _project.Git("commit", "-q", "-a", "-m", "main moved on");
        _project.Git("merge", "-q", "--no-ff", "-m", "merge", "origin/feature");
        var run = _project.Assay("check", "--no-collect", "--format", "json");
        Assert.Equal((1, "stale"), (run.ExitCode, run.Status("tests_pass")));
    }

    /// <summary>Catches a cache that was not found, or was emptied, and counts as nothing to find.</summary>
    [Fact]
    public void Without_a_cache_everything_is_missing()
    {
        Directory.Delete(Path.Combine(_project.Root, ".assay"), recursive: true);
        var run = _project.Assay("check", "--no-collect", "--format", "json");
        Assert.Equal((1, "missing"), (run.ExitCode, run.Status("tests_pass")));
    }

    /// <summary>Catches a record in the cache whose subject somebody wrote anew to fit, while its report is that of a run before.</summary>
    [Fact]
    public void A_cached_report_that_was_edited_is_an_error()
    {
        var report = Directory.EnumerateFiles(Path.Combine(_project.Root, ".assay/evidence"), "*.xml", SearchOption.AllDirectories).Single();
        File.WriteAllText(report, File.ReadAllText(report).Replace("subtracts", "divides", StringComparison.Ordinal));
        var run = _project.Assay("check", "--no-collect", "--format", "json");
        Assert.Equal((1, "error"), (run.ExitCode, run.Status("tests_pass")));
    }

    public void Dispose() => _project.Dispose();

    private void Passes()
    {
        var run = _project.Assay("check", "--no-collect", "--format", "json");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(("pass", _project.Head), (run.Status("tests_pass"), run.Json.GetProperty("change").GetProperty("head").GetString()));
        Assert.All(run.Json.GetProperty("evidence").EnumerateArray().Where(item => item.GetProperty("path").GetString()!.StartsWith(".assay/", StringComparison.Ordinal)),
            item => Assert.Equal("recorded", item.GetProperty("trust").GetString()));
    }

    private string[] EvidenceTimes() => [.. Directory.EnumerateFiles(Path.Combine(_project.Root, ".assay/evidence"), "*", SearchOption.AllDirectories).Order().Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}")];
}
