using System.Text.RegularExpressions;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Evidence.Cobertura;

/// <summary>Reports of others, with what another tool said of the lines that a diff adds.</summary>
public sealed partial class PatchCoverageTests
{
    [Theory]
    [InlineData("coverage.xml", "git_diff_add.txt", "add_console_report.txt", "test_src.txt")]
    [InlineData("coverage.xml", "git_diff_changed.txt", "changed_console_report.txt", "test_src.txt")]
    [InlineData("coverage.xml", "git_diff_moved.txt", "moved_console_report.txt", "test_src.txt")]
    [InlineData("real_python_coverage.lcov", null, "real_python_console_report.txt", "calculator.py")]
    [InlineData("real_cpp_coverage.lcov", null, "real_cpp_console_report.txt", "calculator.cpp")]
    public void The_same_lines_are_covered_and_not_covered_as_another_tool_says(string report, string? diff, string expected, string file)
    {
        var folder = Path.Combine(SharedData.Root, "patch-coverage");
        Assert.SkipUnless(Directory.Exists(folder), $"the reports of others are not in {folder}");

        var content = EvidenceFile.Read(Path.Combine(folder, report), TestContext.Current.CancellationToken);
        Assert.Null(content.Error);
        var added = diff is null ? null : Added(File.ReadAllLines(Path.Combine(folder, diff)));
        var lines = content.Observations.Cast<FileCoverage>().Single(coverage => coverage.Path == file).Lines
            .Where(line => added is null || added.Contains(line.Line)).ToArray();

        var answer = File.ReadAllText(Path.Combine(folder, expected));
        Assert.Equal(Missing(answer), lines.Where(line => !line.Covered).Select(line => line.Line));
        Assert.Equal(int.Parse(Total().Match(answer).Groups[1].Value), lines.Length);
    }

    private static IEnumerable<int> Missing(string answer) =>
        MissingLines().Match(answer).Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static HashSet<int> Added(string[] diff)
    {
        var added = new HashSet<int>();
        var at = 0;
        foreach (var line in diff)
        {
            if (Hunk().Match(line) is { Success: true } hunk) at = int.Parse(hunk.Groups[1].Value);
            else if (at == 0 || line.StartsWith('-')) continue;
            else if (line.StartsWith('+')) added.Add(at++);
            else at++;
        }
        return added;
    }

    [GeneratedRegex(@"^@@ -\S+ \+(\d+)")]
    private static partial Regex Hunk();

    [GeneratedRegex(@"Missing lines ([\d,]+)")]
    private static partial Regex MissingLines();

    [GeneratedRegex(@"Total: +(\d+) line")]
    private static partial Regex Total();
}
