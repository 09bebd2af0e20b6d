using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>The checklists of a standard, derived from the other findings as if all of them were due.</summary>
internal static class Checklists
{
    /// <summary>How many hold, and what breaks each of the others; null where the standard has none.</summary>
    public static Fact? Of(Standard standard, string component, IEnumerable<Finding> findings)
    {
        if (standard.Checklists.IsEmpty) return null;
        var byId = findings.ToDictionary(finding => finding.Criterion.Id);
        var broken = standard.Checklists
            .Select(list => (list.Id, Findings: list.Criteria.Select(id => byId[id]).ToList()))
            .Select(list => (list.Id, By: list.Findings.Where(finding => finding.AsIfDue.Blocks()).ToList(), Shown: list.Findings.Exists(finding => finding.AsIfDue == Status.Pass)))
            .Where(list => list.By.Count > 0 || !list.Shown).ToList();
        var held = standard.Checklists.Length - broken.Count;
        return new Fact(FactNames.ChecklistsHeld, component, FactState.Measured, Quantity.Count(held), $"of {standard.Checklists.Length}",
            broken.Count == 0 ? null : $"broken: {string.Join("; ", broken.Select(list => $"{list.Id} by {Named(list.By)}"))}",
            Locations: [.. broken.SelectMany(list => list.By.Select(finding => new Location($"{list.Id} checklist", Note: $"{finding.Criterion.Id} {Snake.Case(finding.AsIfDue).Replace('_', ' ')}")))],
            Sources: []);
    }

    private static string Named(List<Finding> by) => by.Count == 0 ? "nothing that was shown" : by.Count <= 2 ? string.Join(" and ", by.Select(finding => finding.Criterion.Id)) : $"{by[0].Criterion.Id} and {by.Count - 1} more";
}
