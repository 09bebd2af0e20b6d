using System.Text.RegularExpressions;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Evidence;

/// <summary>Test reports of others, with the cases that another tool found in them.</summary>
public sealed partial class PublishedTestResultsTests
{
    private static string Folder => Path.Combine(SharedData.Root, "test-results");

    public static TheoryData<string> Reports()
    {
        if (!Directory.Exists(Folder)) return ["absent"];
        var expected = Directory.GetFiles(Folder, "*.results", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path)).Where(path => path.StartsWith("junit-xml", StringComparison.Ordinal) || path.StartsWith("trx", StringComparison.Ordinal));
        return [.. expected.Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void As_many_tests_passed_failed_and_were_skipped_as_another_tool_says(string results)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"the reports of others are not in {Folder}");
        var path = Path.Combine(Folder, results);
        var content = EvidenceFile.Read(new[] { ".xml", ".trx" }.Select(extension => Path.ChangeExtension(path, extension)).Single(File.Exists), TestContext.Current.CancellationToken);
        Assert.Null(content.Error);

        var expected = Results().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value switch
        {
            "success" => TestOutcome.Passed,
            "failure" or "error" => TestOutcome.Failed,
            _ => TestOutcome.Skipped,
        });
        Assert.Equal(Counts(expected), Counts(content.Observations.Cast<TestCase>().Select(test => test.Outcome)));
    }

    [Theory]
    [InlineData("junit-xml/pytest/corrupt-xml.xml", "ASY1403")]
    [InlineData("nunit/mstest/pickles.xml", "ASY1401")]
    [InlineData("json/empty.json", "ASY1404")]
    [InlineData("json/malformed-json.json", "ASY1401")]
    public void A_broken_or_foreign_report_is_refused(string name, string code)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"the reports of others are not in {Folder}");
        Assert.Equal(code, EvidenceFile.Read(Path.Combine(Folder, name), TestContext.Current.CancellationToken).Error?.Kind.Code);
    }

    private static string Counts(IEnumerable<TestOutcome> outcomes) =>
        string.Join(", ", outcomes.CountBy(outcome => outcome).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}"));

    [GeneratedRegex("result='([a-z]+)'")]
    private static partial Regex Results();
}
