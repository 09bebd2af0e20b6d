using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>Evidence that somebody took away, cut or edited after it was made. A small Node project serves, which needs no package.</summary>
public sealed class DeletedEvidenceTests : IDisposable
{
    private readonly Repository _repository = NodeProject.Create();

    public DeletedEvidenceTests()
    {
        var run = _repository.Assay("check", "--format", "json");
        Assert.Equal("pass", run.Status("tests_pass"));
    }

    [Fact]
    public void A_deleted_coverage_report_is_noticed()
    {
        File.Delete(Report("*.info"));
        var run = Judge();
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("error", run.Status("coverage_lines"));
    }

    [Fact]
    public void An_edited_report_is_noticed()
    {
        File.AppendAllText(Report("*.xml"), "\n");
        Assert.Equal("error", Judge().Status("tests_pass"));
    }

    [Fact]
    public void A_report_cut_in_half_is_noticed()
    {
        var report = Report("*.xml");
        File.WriteAllBytes(report, File.ReadAllBytes(report)[..100]);
        Assert.Equal("error", Judge().Status("tests_pass"));
    }

    [Fact]
    public void With_all_evidence_gone_everything_is_missing()
    {
        Directory.Delete(_repository.FullPath(".assay"), recursive: true);
        Assert.Equal("missing", Judge().Status("tests_pass"));
    }

    public void Dispose() => _repository.Dispose();

    private AssayRun Judge() => _repository.Assay("check", "--no-collect", "--format", "json");

    private string Report(string pattern) => Directory.EnumerateFiles(_repository.FullPath(".assay/evidence"), pattern, SearchOption.AllDirectories).Single();
}
