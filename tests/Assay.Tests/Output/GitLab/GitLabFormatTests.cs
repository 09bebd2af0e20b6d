using System.Text.Json;
using Assay.Core;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;

namespace Assay.Tests.Output.GitLab;

/// <summary>GitLab's code quality report: every field that GitLab asks for, and an identity that outlives moved lines.</summary>
public sealed class GitLabFormatTests
{
    /// <summary>Catches an entry that GitLab drops without a word: a field missing, a severity that it does not know, an absolute path, two of one identity.</summary>
    [Fact]
    public void Every_issue_has_what_gitlab_asks_for_and_an_identity_of_its_own()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            var issues = Issues(verdict);
            Assert.All(issues, issue =>
            {
                Assert.NotEqual("", issue.GetProperty("description").GetString());
                Assert.NotEqual("", issue.GetProperty("check_name").GetString());
                Assert.Matches("^[0-9a-f]{64}$", issue.GetProperty("fingerprint").GetString());
                Assert.Contains(issue.GetProperty("severity").GetString(), (string[])["info", "minor", "major", "critical", "blocker"]);
                var path = issue.GetProperty("location").GetProperty("path").GetString()!;
                Assert.False(path.StartsWith('/') || path.StartsWith("./", StringComparison.Ordinal) || path.Length == 0, path);
                Assert.True(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() >= 1);
            });
            Assert.Equal(issues.Count, issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());
        }
    }

    /// <summary>Catches a blocking criterion that the merge request does not show, and one that is shown as blocking and is not.</summary>
    [Fact]
    public void What_blocks_is_a_blocker_and_nothing_else_is()
    {
        foreach (var verdict in Verdicts.All.Values.Select(make => make()))
        {
            Assert.Equal(
                verdict.Gates.SelectMany(gate => gate.Findings).Where(finding => finding.Status.Blocks()).Select(finding => finding.Criterion.Id).Distinct().Order(),
                Issues(verdict).Where(issue => issue.GetProperty("severity").GetString() == "blocker").Select(issue => issue.GetProperty("check_name").GetString()!).Distinct().Order());
        }
    }

    /// <summary>Catches debt that stops a merge, or that nobody sees.</summary>
    [Fact]
    public void What_is_owed_is_minor() =>
        Assert.Equal(["minor"], Issues(Verdicts.Owing()).Select(issue => issue.GetProperty("severity").GetString()!).Distinct());

    /// <summary>Catches old findings that become new ones because lines above them were added, and two alike in one file that become one.</summary>
    [Fact]
    public void Fingerprints_stay_when_lines_move_and_tell_apart_what_is_alike()
    {
        var before = Fingerprints(At(20, 40));
        Assert.Equal(before, Fingerprints(At(31, 51)));
        Assert.Equal(2, before.Distinct().Count());
        Assert.NotEqual(before, Fingerprints(At(20, 40, "src/Other.cs")));
    }

    private static string[] Fingerprints(Verdict verdict) =>
        [.. Issues(verdict).Where(issue => issue.GetProperty("check_name").GetString() == "lint_clean").Select(issue => issue.GetProperty("fingerprint").GetString()!)];

    private static Verdict At(int first, int second, string file = "src/A.cs") => new VerdictBuilder().Healthy("payments")
        .Measured("payments", FactNames.LintFindings, Quantity.Count(2), "by analyzers", null, new Location(file, first, null, "CA1822: static"), new Location(file, second, null, "CA1822: static")).Build();

    private static List<JsonElement> Issues(Verdict verdict) => [.. JsonDocument.Parse(VerdictFormatsTests.Write(verdict, "gitlab")).RootElement.EnumerateArray()];
}
