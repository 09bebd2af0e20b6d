using Assay.Core.Judging;

namespace Assay.Output.Text.Gates;

/// <summary>What holds already, before all that does not: somebody who begins sees first what need not be done.</summary>
internal static class FineList
{
    /// <returns>Whether anything was written; a verdict that passes, and one in which nothing holds, need no such list.</returns>
    public static bool Write(Page page, Verdict verdict)
    {
        if (verdict.Outcome != Outcome.Blocked) return false;
        // Of several components a criterion is fine where it holds and blocks in none.
        var blocking = Ids(finding => finding.Status.Blocks());
        var gates = verdict.Gates.GroupBy(gate => gate.Gate, (gate, results) => (Gate: gate, All: results.SelectMany(result => result.Findings).Where(Due).Select(finding => finding.Criterion.Id).ToHashSet(),
            Fine: results.SelectMany(result => result.Findings).Where(finding => finding.Status == Status.Pass && !blocking.Contains(finding.Criterion.Id)).Select(finding => finding.Criterion.Id).Distinct().ToList()))
            .Where(gate => gate.Fine.Count > 0).ToList();
        if (gates.Count == 0) return false;
        var judged = verdict.Components.Count(component => component.Judged);
        page.Heading($"FINE ALREADY  {Words.Count(gates.Sum(gate => gate.Fine.Count), "criterion", "criteria")}{(judged > 1 ? $" in {judged} components" : "")}");
        var column = Math.Max(gates.Max(gate => gate.Gate.Length), 20) + 4;
        foreach (var (gate, all, fine) in gates)
            page.Row($"  {gate}", fine.Count == all.Count && fine.Count > 1 ? $"all {fine.Count}" : string.Join(", ", fine), column);
        return true;

        HashSet<string> Ids(Func<Finding, bool> which) => [.. verdict.Gates.SelectMany(gate => gate.Findings).Where(which).Select(finding => finding.Criterion.Id)];
    }

    private static bool Due(Finding finding) => finding.Status is not (Status.NotDue or Status.NotApplicable);
}
