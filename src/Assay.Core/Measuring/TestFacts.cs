using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>What the test reports show: case by case, run by run.</summary>
internal static class TestFacts
{
    private static readonly string[] Names =
        [FactNames.TestsRun, FactNames.TestsFailed, FactNames.TestsSkipped, FactNames.TestsPassRate, FactNames.TestRunsMissing];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var cases = input.All<TestCase>().ToList();
        var missing = input.All<TestRunMissing>().ToList();
        if (cases.Count == 0 && missing.Count == 0)
        {
            var reports = input.Readings.Where(reading => IsTestReport(reading.Item.Format)).ToList();
            if (reports.Count == 0)
            {
                foreach (var name in Names) draft.Missing(name, "no test report", "Run the tests with a report: assay check, or name one (TRX, JUnit XML) with --evidence.");
                return;
            }
            draft.Measured(FactNames.TestsRun, Quantity.Count(0), reports.Select(report => report.Item.Digest), "tests", "a report without a single test");
            foreach (var name in Names.Skip(1)) draft.Missing(name, "no test ran");
            return;
        }

        var sources = cases.Select(test => test.Item.Digest).Concat(missing.Select(run => run.Item.Digest)).ToHashSet();
        var failed = cases.Where(test => test.Observation.Outcome == TestOutcome.Failed).Select(test => test.Observation).ToList();
        var skipped = NeverRun(cases.Select(test => test.Observation));
        var ran = cases.Count(test => test.Observation.Outcome != TestOutcome.Skipped);

        draft.Measured(FactNames.TestsRun, Quantity.Count(ran), sources, ran == 1 ? "test" : "tests");
        draft.Measured(FactNames.TestsFailed, Quantity.Count(failed.Count), sources, $"of {Tests(ran)} failed", locations: failed.Select(Place), remedy: Unloaded(failed));
        draft.Measured(FactNames.TestsSkipped, Quantity.Count(skipped.Count), sources, locations: skipped.Select(Place));
        draft.Measured(FactNames.TestRunsMissing, Quantity.Count(missing.Count), sources,
            missing.Count == 0 ? null : $"not run: {string.Join(", ", missing.Select(run => $"{run.Observation.Run} ({run.Observation.Reason})"))}");
        if (ran == 0) draft.Missing(FactNames.TestsPassRate, "no test ran");
        else draft.Measured(FactNames.TestsPassRate, Quantity.Percent(ran - failed.Count, ran), sources, $"of {Tests(ran)}");
    }

    private static string Tests(int count) => count == 1 ? "1 test" : $"{count} tests";

    /// <summary>Tests that could not even be loaded ask for what they import, not for a mend of the code; null where any of them ran.</summary>
    private static string? Unloaded(List<TestCase> failed) =>
        failed.Count > 0 && failed.TrueForAll(test => test.Message?.Contains("ModuleNotFoundError", StringComparison.Ordinal) == true)
            ? "Install what the tests import beside the project's own packages (python3 -m venv .venv, then .venv/bin/pip install -e . and the named modules), then: assay check"
            : null;

    /// <summary>Formats that are test reports even where they hold no test.</summary>
    private static bool IsTestReport(string format) => format is "junit" or "trx";

    private static List<TestCase> NeverRun(IEnumerable<TestCase> cases) =>
        [.. cases.GroupBy(test => test.Id).Where(group => group.All(test => test.Outcome == TestOutcome.Skipped)).Select(group => group.First())];

    private static Location Place(TestCase test)
    {
        var message = string.IsNullOrWhiteSpace(test.Message) ? null : test.Message;
        return new Location(test.File ?? test.Id, test.Line, Note: test.File is null ? message : message is null ? test.Id : $"{test.Id}: {message}");
    }
}
