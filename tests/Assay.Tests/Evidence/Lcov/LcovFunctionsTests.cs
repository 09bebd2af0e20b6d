using System.Text;
using Assay.Core.Judging;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Tests.Support;

namespace Assay.Tests.Evidence.Lcov;

/// <summary>A function on one line that nobody called: its line ran when the file was loaded, and it was not tried.</summary>
public sealed class LcovFunctionsTests
{
    /// <summary>Catches a branch beside it, taken when the file was loaded, that covers the line.</summary>
    [Fact]
    public void A_taken_branch_on_its_line_covers_nothing_of_it() =>
        Assert.Equal([(1, false), (2, true)], Lines("FN:1,f\nFNDA:0,f\nBRDA:1,0,0,1\nBRDA:2,0,0,1\nDA:1,1\nDA:2,1\n"));

    [Fact]
    public void The_line_of_a_function_that_was_never_called_is_not_covered() =>
        Assert.Equal([(1, true), (2, false)], Lines("FN:1,f\nFN:2,ga\nFNDA:3,f\nFNDA:0,ga\nDA:1,1\nDA:2,1\n"));

    [Fact]
    public void A_function_whose_body_tells_by_itself_keeps_its_first_line() =>
        Assert.Equal([(1, true), (2, false), (3, true)], Lines("FN:1,f\nFNDA:0,f\nDA:1,1\nDA:2,0\nDA:3,1\n"));

    [Fact]
    public void A_name_that_stands_twice_counts_as_called_if_one_of_them_was() =>
        Assert.Equal([(1, true), (2, true)], Lines("FN:1,anonymous\nFN:2,anonymous\nFNDA:0,anonymous\nFNDA:1,anonymous\nDA:1,1\nDA:2,1\n"));

    [Fact]
    public void The_form_that_names_the_end_of_a_function_is_read_too() =>
        Assert.Equal([(1, false)], Lines("FN:1,1,f\nFNDA:0,f\nDA:1,1\n"));

    [Fact]
    public void Comments_that_a_tool_calls_covered_cover_nothing()
    {
        var finding = new Lab().File("src/a.js", "// says a lot\n\nexport function f(x) {\n  return x;\n}\n").Edited(Samples.Edit("src/a.js", 1, ["// says a lot", "", "export function f(x) {", "  return x;", "}"]))
            .Report("l.info", "SF:src/a.js\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,0\nDA:5,1\nend_of_record\n").Of("coverage_changed_lines");
        Assert.Equal((Status.Fail, "66.6 % of 3 lines"), (finding.Status, finding.Actual));
    }

    private static IEnumerable<(int, bool)> Lines(string records) =>
        Assert.IsType<FileCoverage>(Assert.Single(EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($"TN:\nSF:a.js\n{records}end_of_record\n")), EvidenceReaders.All, TestContext.Current.CancellationToken).Observations))
            .Lines.Select(line => (line.Line, line.Covered));
}
