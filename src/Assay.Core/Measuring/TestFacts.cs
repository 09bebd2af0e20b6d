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
        var quarantine = Quarantine.Of(input);
        var counted = cases.Where(test => !quarantine.Excuses(test.Observation.Id)).Select(test => test.Observation).ToList();
        var failed = counted.Where(test => test.Outcome == TestOutcome.Failed).ToList();
        // A test in quarantine has to run all the same.
        var skipped = NeverRun(cases.Select(test => test.Observation));
        var ran = counted.Count(test => test.Outcome != TestOutcome.Skipped);
        var aside = cases.Count - counted.Count;
        var besides = aside == 0 ? "" : $", {aside} in quarantine";

        draft.Measured(FactNames.TestsRun, Quantity.Count(ran), sources, ran == 1 ? "test" : "tests", ran == 0 && aside > 0 ? "every test that ran is in quarantine, so nothing was shown" : null);
        draft.Measured(FactNames.TestsSkipped, Quantity.Count(skipped.Count), sources, locations: skipped.Select(Place));
        draft.Measured(FactNames.TestRunsMissing, Quantity.Count(missing.Count), sources,
            missing.Count == 0 ? null : $"not run: {string.Join(", ", missing.Select(run => $"{run.Observation.Run} ({run.Observation.Reason})"))}");
        if (Mistaken(quarantine, sources, failed, draft)) return;
        draft.Measured(FactNames.TestsFailed, Quantity.Count(failed.Count), sources, $"of {Tests(ran)} failed{besides}", CountsAgain(quarantine, failed), failed.Select(Place), Unloaded(failed));
        if (ran == 0) draft.Missing(FactNames.TestsPassRate, aside > 0 ? "every test that ran is in quarantine" : "no test ran");
        else draft.Measured(FactNames.TestsPassRate, Quantity.Percent(ran - failed.Count, ran), sources, $"of {Tests(ran)}{besides}");
    }

    /// <summary>An entry that cannot hold leaves open what was meant to count, whatever failed.</summary>
    private static bool Mistaken(Quarantine quarantine, HashSet<string> sources, List<TestCase> failed, FactDraft draft)
    {
        var mistakes = quarantine.Entries.Select(entry => (entry, What: Quarantine.Mistake(entry.Test, entry.State))).Where(entry => entry.What is not null).ToList();
        if (mistakes is not [var (first, what), ..]) return false;
        var places = mistakes.Select(mistake => quarantine.Place(mistake.entry.Test) with { Note = mistake.What }).Concat(failed.Select(Place)).ToList();
        foreach (var name in (string[])[FactNames.TestsFailed, FactNames.TestsPassRate])
            draft.Error(name, what!, quarantine.Remedy(first.Test, first.State), sources, places);
        return true;
    }

    /// <summary>Why a failure counts that somebody believed in quarantine; null where there is none.</summary>
    private static string? CountsAgain(Quarantine quarantine, List<TestCase> failed)
    {
        var ids = failed.Select(test => test.Id).ToHashSet(StringComparer.Ordinal);
        if (quarantine.In(QuarantineState.Expired).FirstOrDefault(test => ids.Contains(test.Test)) is { } expired)
            return $"{failed.Count} failed; the quarantine of {expired.Test} ended with {Quarantine.Day(expired.Until)}, and it counts again";
        if (quarantine.In(QuarantineState.Edited).FirstOrDefault(test => ids.Contains(test.Test)) is { } edited)
            return $"{failed.Count} failed; {edited.Test} is in quarantine, but the change edits {quarantine.EditedFile(edited)}, where it may stand, and so it counts";
        return quarantine.In(QuarantineState.NotForDeployment).FirstOrDefault(test => ids.Contains(test.Test)) is { } released
            ? $"{failed.Count} failed; the quarantine of {released.Test} is not accepted for a deployment" : null;
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
