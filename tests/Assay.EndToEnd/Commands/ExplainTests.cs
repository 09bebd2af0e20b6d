using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Commands;

/// <summary><c>assay explain</c>, <c>assay init</c> and <c>--help</c>, as a newcomer tries them.</summary>
public sealed class ExplainTests
{
    [Theory]
    [InlineData("coverage_lines", "90 %")]
    [InlineData("tdd_compliance", "coverage_lines")]
    [InlineData("coverage.lines", "coverage_lines")]
    [InlineData("ASY1304", "git fetch --unshallow")]
    public void Explains_criteria_gates_facts_and_errors_without_a_repository(string id, string expected)
    {
        var run = AssayProcess.Run(Path.GetTempPath(), "explain", id);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_listed_can_be_explained()
    {
        foreach (var id in AssayProcess.Run(Path.GetTempPath(), "explain", "--list").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(0, AssayProcess.Run(Path.GetTempPath(), "explain", id).ExitCode);
    }

    [Fact]
    public void A_misspelt_id_gets_a_suggestion()
    {
        var run = AssayProcess.Run(Path.GetTempPath(), "explain", "coverage_line");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("coverage_lines", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("init --help")]
    [InlineData("evidence --help")]
    [InlineData("evidence inspect --help")]
    [InlineData("explain --help")]
    public void Help_has_examples(string arguments)
    {
        var run = AssayProcess.Run(Path.GetTempPath(), arguments.Split(' '));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        // A log has no width: the longest line would set that of all columns.
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
    }

    /// <summary>Catches a guess without its reason, a file that nobody reads to its end, and a next step that makes the new file the judged change.</summary>
    [Fact]
    public void Init_is_short_and_says_why_it_guessed_and_what_to_do_next()
    {
        using var repository = NodeProject.Create();
        var run = repository.Assay("init", "--yes");
        var written = File.ReadAllLines(repository.FullPath("assay.yaml"));
        Assert.InRange(written.Length, 5, 15);
        Assert.Contains("    path: .   # detected: node (package.json)", written);
        Assert.Contains("    kind: library   # guessed: package.json has an entry for others and is not private", written);
        Assert.Contains("git commit", run.Out, StringComparison.Ordinal);
        Assert.Contains("kind: library", File.ReadAllText(repository.FullPath("assay.yaml")), StringComparison.Ordinal);
    }

    /// <summary>Catches a newcomer who sees only what is wrong, and steps for which one command would do.</summary>
    [Fact]
    public void A_first_check_begins_with_what_is_fine_and_then_names_commands()
    {
        using var repository = NodeProject.Create();
        var run = repository.Assay("check");
        Assert.Equal(1, run.ExitCode);
        var fine = run.Out.IndexOf("FINE ALREADY", StringComparison.Ordinal);
        var missing = run.Out.IndexOf("MISSING, BY THE ONE COMMAND", StringComparison.Ordinal);
        Assert.True(fine > 0 && missing > fine, run.ToString());
        Assert.Contains("  assay init requirements  acceptance_criteria", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Out.Split('\n'), line => line.Length > 80);
    }

    [Fact]
    public void Init_writes_a_configuration_that_check_accepts_and_never_overwrites_one()
    {
        using var repository = NodeProject.Create();
        Assert.Equal(0, repository.Assay("init", "--yes").ExitCode);
        var written = File.ReadAllText(repository.FullPath("assay.yaml"));
        Assert.Contains("id: ", written, StringComparison.Ordinal);
        repository.Commit("configuration");
        Assert.Equal(1, repository.Assay("check", "--no-collect").ExitCode);

        var again = repository.Assay("init", "--yes");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("ASY1203", again.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(repository.FullPath("assay.yaml")));
    }
}
