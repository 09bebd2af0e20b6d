using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Commands;

/// <summary><c>assay evidence inspect|list|add</c>: what a file is, what is there, and how a command's reports become bound.</summary>
public sealed class EvidenceTests : IDisposable
{
    private const string Junit = """<testsuites tests="1"><testsuite name="s" tests="1"><testcase classname="a" name="b"/></testsuite></testsuites>""";

    private readonly Repository _repository = NodeProject.Create();

    [Fact]
    public void Inspect_tells_format_facts_and_that_nothing_binds_a_report_that_lies_about()
    {
        _repository.Write("out/junit.xml", Junit);
        var run = _repository.Assay("evidence", "inspect", "out/junit.xml");
        Assert.True(run.ExitCode == 0, run.ToString());
        foreach (var expected in (string[])["junit", "sha256:", "asserted", "tests.run = 1", "test      passed  a.b"]) Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_refuses_what_no_reader_knows_with_a_code()
    {
        _repository.Write("out/note.txt", "all good");
        var run = _repository.Assay("evidence", "inspect", "out/note.txt");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ASY1401", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_binds_what_a_command_writes_to_this_content_until_that_changes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        _repository.Write("report.sh", $"cat > \"$EVIDENCE_DIR/junit.xml\" <<'X'\n{Junit}\nX\n");
        _repository.Commit("a reporter");
        var added = _repository.Assay("evidence", "add", "--", "sh", "report.sh");
        Assert.True(added.ExitCode == 0, added.ToString());

        Assert.Contains("this content", _repository.Assay("evidence", "list").Out, StringComparison.Ordinal);
        Assert.Equal("pass", Judge().Status("tests_run"));
        _repository.Write("src/add.js", "export const add = () => 0;\n");
        Assert.Contains("other content", _repository.Assay("evidence", "list").Out, StringComparison.Ordinal);
        Assert.Equal("stale", Judge().Status("tests_run"));
    }

    [Fact]
    public void Add_keeps_the_failure_of_a_command_with_what_it_wrote()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        _repository.Write("report.sh", $"cat > \"$EVIDENCE_DIR/junit.xml\" <<'X'\n{Junit}\nX\nexit 3\n");
        _repository.Commit("a reporter");
        Assert.Equal(1, _repository.Assay("evidence", "add", "--", "sh", "report.sh").ExitCode);
        Assert.Equal("error", Judge().Status("tests_run"));
    }

    [Fact]
    public void A_command_that_edits_sources_is_no_evidence_even_when_they_are_put_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        _repository.Write("report.sh", $"cat > \"$EVIDENCE_DIR/junit.xml\" <<'X'\n{Junit}\nX\necho '// quicker' >> src/add.js\n");
        _repository.Commit("a reporter");
        _repository.Assay("evidence", "add", "--", "sh", "report.sh");
        _repository.Git("checkout", "-q", "--", "src/add.js");
        Assert.Equal("error", Judge().Status("tests_run"));
    }

    [Fact]
    public void Assay_variables_are_not_seen_by_commands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "runs a POSIX shell");
        _repository.Write("report.sh", "env > \"$EVIDENCE_DIR/env.txt\"\n");
        _repository.Commit("a reporter");
        AssayProcess.Run(_repository.Root, new Dictionary<string, string> { ["ASSAY_SIGNING_KEY"] = "key" }, "evidence", "add", "--", "sh", "report.sh");
        var written = Directory.EnumerateFiles(_repository.FullPath(".assay/evidence"), "env.txt", SearchOption.AllDirectories).Single();
        Assert.DoesNotContain("ASSAY_", File.ReadAllText(written), StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();

    private AssayRun Judge() => _repository.Assay("check", "--no-collect", "--profile", "lightweight", "--format", "json");
}
