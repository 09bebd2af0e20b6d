using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>Acceptance criteria, tied by name to tests that ran and passed.</summary>
internal static class AcceptanceFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        var criteria = input.All<AcceptanceCriterion>().ToList();
        if (criteria.Count == 0)
        {
            foreach (var name in (string[])[FactNames.AcceptanceCriteria, FactNames.AcceptanceApproved, FactNames.AcceptanceValidated])
                draft.Missing(name, "no requirements.yaml with acceptance criteria");
            return;
        }
        var sources = criteria.Select(criterion => criterion.Item.Digest).ToHashSet();
        draft.Measured(FactNames.AcceptanceCriteria, Quantity.Count(criteria.Count), sources);

        var unapproved = criteria.Where(criterion => criterion.Observation is not { ApprovedBy: not null, ApprovedOn: not null }).ToList();
        draft.Measured(FactNames.AcceptanceApproved, Quantity.Percent(criteria.Count - unapproved.Count, criteria.Count), sources,
            $"of {criteria.Count} criteria", locations: unapproved.Select(criterion => Place(criterion, "not approved")));

        var tests = input.All<TestCase>().ToList();
        if (tests.Count == 0)
        {
            draft.Missing(FactNames.AcceptanceValidated, "no test report to tie the criteria to");
            return;
        }
        var byName = tests.Select(test => test.Observation).SelectMany(test => new[] { (Key: test.Name, test), (Key: test.Id, test) })
            .Distinct().ToLookup(pair => pair.Key, pair => pair.test);
        var open = criteria.Select(criterion => (criterion, Why: Open(criterion.Observation, byName))).Where(pair => pair.Why is not null).ToList();
        draft.Measured(FactNames.AcceptanceValidated, Quantity.Percent(criteria.Count - open.Count, criteria.Count),
            sources.Concat(tests.Select(test => test.Item.Digest)), $"of {criteria.Count} criteria",
            locations: open.Select(pair => Place(pair.criterion, pair.Why!)));
    }

    /// <summary>Why the criterion is not validated; null where every test that it names ran and passed.</summary>
    private static string? Open(AcceptanceCriterion criterion, ILookup<string, TestCase> tests)
    {
        if (criterion.Tests.IsEmpty) return "names no test";
        foreach (var name in criterion.Tests)
        {
            var cases = tests[name].ToList();
            if (cases.Count == 0) return $"{name} did not run";
            if (cases.Exists(test => test.Outcome == TestOutcome.Failed)) return $"{name} failed";
            if (cases.Exists(test => test.Outcome == TestOutcome.Skipped)) return $"{name} was skipped";
        }
        return null;
    }

    private static Location Place((AcceptanceCriterion Observation, Evidence.EvidenceItem Item) criterion, string note) =>
        new(criterion.Item.Path, criterion.Observation.Line, Note: $"{criterion.Observation.Id}: {note}");
}
