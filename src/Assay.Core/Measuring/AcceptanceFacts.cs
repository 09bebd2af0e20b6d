using System.Globalization;
using Assay.Core.Facts;
using Assay.Core.Globs;
using Assay.Core.Measuring.Acceptance;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>Acceptance criteria, tied by name to tests that ran and passed.</summary>
internal static class AcceptanceFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        var all = input.All<AcceptanceCriterion>().ToList();
        var criteria = all.Where(criterion => criterion.Observation.Component is null || criterion.Observation.Component == input.Component.Id).ToList();
        if (Unread(input, draft)) return;
        if (criteria.Count == 0)
        {
            var reason = all.Count == 0 ? MissingReasons.NoRequirements : $"{all[0].Item.Path} is about {all[0].Observation.Component}, and this is {input.Component.Id}";
            foreach (var name in Names) draft.Missing(name, reason);
            return;
        }
        var sources = criteria.Select(criterion => criterion.Item.Digest).ToHashSet();
        draft.Measured(FactNames.AcceptanceCriteria, Quantity.Count(criteria.Count), sources);

        var vague = criteria.Where(criterion => !Measurable.Is(criterion.Observation.Text)).ToList();
        draft.Measured(FactNames.AcceptanceMeasurable, Quantity.Percent(criteria.Count - vague.Count, criteria.Count), sources,
            $"of {criteria.Count} {(criteria.Count == 1 ? "criterion" : "criteria")}", locations: vague.Select(criterion => Place(criterion, "states nothing that can be observed")));

        var today = DateOnly.FromDateTime(input.JudgedAt.UtcDateTime);
        var unapproved = criteria.Where(criterion => Unapproved(criterion.Observation, today) is not null).ToList();
        draft.Measured(FactNames.AcceptanceApproved, Quantity.Percent(criteria.Count - unapproved.Count, criteria.Count), sources,
            $"of {criteria.Count} {(criteria.Count == 1 ? "criterion" : "criteria")}", locations: unapproved.Select(criterion => Place(criterion, Unapproved(criterion.Observation, today)!)));

        var tests = input.All<TestCase>().ToList();
        if (tests.Count == 0)
        {
            draft.Missing(FactNames.AcceptanceValidated, "no test report to tie the criteria to");
            return;
        }
        var byName = tests.Select(test => test.Observation).SelectMany(test => new[] { (Key: test.Name, test), (Key: test.Id, test) })
            .Distinct().ToLookup(pair => pair.Key, pair => pair.test);
        var quarantine = Quarantine.Of(input);
        var open = criteria.Select(criterion => (criterion, Why: Open(criterion.Observation, byName, quarantine))).Where(pair => pair.Why is not null).ToList();
        draft.Measured(FactNames.AcceptanceValidated, Quantity.Percent(criteria.Count - open.Count, criteria.Count),
            sources.Concat(tests.Select(test => test.Item.Digest)), $"of {criteria.Count} {(criteria.Count == 1 ? "criterion" : "criteria")}",
            locations: open.Select(pair => Place(pair.criterion, pair.Why!)));
    }

    private static readonly GlobSet Places = new(["requirements.{yaml,yml}"]);

    private static readonly string[] Names = [FactNames.AcceptanceCriteria, FactNames.AcceptanceMeasurable, FactNames.AcceptanceApproved, FactNames.AcceptanceValidated];

    private static bool Unread(MeasureInput input, FactDraft draft)
    {
        var unread = Names.Where(name => RecordState.Unread(input, draft, name, Places.IsMatch)).ToList();
        // A list that is there and empty is no broken file: there are no criteria.
        if (unread.Count > 0 && input.Problems.FirstOrDefault(problem => problem.Error.What.EndsWith("' is empty", StringComparison.Ordinal) && draft.Facts.Exists(fact => fact.Reason?.EndsWith(problem.Error.What, StringComparison.Ordinal) == true)) is { Error: var empty })
        {
            draft.Facts.RemoveAll(fact => fact.Name == FactNames.AcceptanceCriteria);
            draft.Measured(FactNames.AcceptanceCriteria, Quantity.Count(0), [], reason: $"{empty.File}: {empty.What}", locations: [new Location(empty.File!, empty.Line)]);
        }
        return unread.Count > 0;
    }

    /// <summary>Why the criterion does not count as approved; null where it does.</summary>
    private static string? Unapproved(AcceptanceCriterion criterion, DateOnly today) =>
        criterion is not { ApprovedBy: { } by, ApprovedOn: { } on } ? "not approved"
        : !RecordAnswers.Names(by) ? "names no approver"
        : on > today ? string.Create(CultureInfo.InvariantCulture, $"says that it was approved in the future, on {on:yyyy-MM-dd}")
        : null;

    /// <summary>Why the criterion is not validated; null where every test that it names ran and passed.</summary>
    private static string? Open(AcceptanceCriterion criterion, ILookup<string, TestCase> tests, Quarantine quarantine)
    {
        if (criterion.Tests.IsEmpty) return "names no test";
        foreach (var name in criterion.Tests)
        {
            var cases = tests[name].ToList();
            if (cases.Count == 0) return $"{name} did not run";
            if (cases.Exists(test => quarantine.Mutes(test.Id))) return $"{name} is in quarantine, so it shows nothing";
            if (cases.Exists(test => test.Outcome == TestOutcome.Failed)) return $"{name} failed";
            if (cases.Exists(test => test.Outcome == TestOutcome.Skipped)) return $"{name} was skipped";
        }
        return null;
    }

    private static Location Place((AcceptanceCriterion Observation, Evidence.EvidenceItem Item) criterion, string note) =>
        new(criterion.Item.Path, criterion.Observation.Line, Note: $"{criterion.Observation.Id}: {note}");
}
