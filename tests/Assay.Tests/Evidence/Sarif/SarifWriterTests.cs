using System.Text;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;

namespace Assay.Tests.Evidence.Sarif;

public class SarifWriterTests
{
    private static readonly ToolFinding[] Findings =
    [
        new(FindingCategory.Types, "tsc", "TS2345", Severity.Error, "Argument of type '\"x\"' is not assignable", "src dir/é#1.ts", 3, 4),
        new(FindingCategory.Types, "tsc", "TS6133", Severity.Warning, "'a' is declared but never read", "/abs/b%.ts", 9),
        new(FindingCategory.Types, "tsc", "", Severity.Note, "a note", SecuritySeverity: 4.5m),
    ];

    private static byte[] Written(int exitCode = 2)
    {
        using var to = new MemoryStream();
        SarifWriter.Write(to, "tsc", "6.0.2", Findings, exitCode);
        return to.ToArray();
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        var outcome = HostileInput.Read(new SarifReader(), Written());
        Assert.Null(outcome.Error);
        Assert.Equal([new ToolRun(FindingCategory.Types, "tsc", "6.0.2"), .. Findings], outcome.Observations);
        Assert.Equal("tsc 6.0.2", outcome.Producer);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes_and_the_stream_stays_open() => Assert.Equal(Written(), Written());

    [Fact]
    public void The_exit_code_is_kept() => Assert.Contains("\"exitCode\": 2", Encoding.UTF8.GetString(Written()));
}
