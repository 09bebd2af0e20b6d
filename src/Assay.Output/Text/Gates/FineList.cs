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
        var whole = gates.Where(gate => gate.Fine.Count == gate.All.Count).ToList();
        GateTable.Fold(page, "  ", [.. whole.Select(gate => gate.Gate)], Status.Pass);
        var rest = gates.Except(whole).ToList();
        var column = Math.Max(rest.Select(gate => gate.Gate.Length).DefaultIfEmpty(0).Max(), 20) + 4;
        foreach (var (gate, all, fine) in rest)
            page.Row($"  {gate}", $"{fine.Count} of {all.Count}: {Names(page, fine, column + 10)}", column);
        return true;

        HashSet<string> Ids(Func<Finding, bool> which) => [.. verdict.Gates.SelectMany(gate => gate.Findings).Where(which).Select(finding => finding.Criterion.Id)];
    }

    /// <summary>As many names as stay on one line; all of them on request.</summary>
    private static string Names(Page page, List<string> names, int start)
    {
        if (page.Verbose) return string.Join(", ", names);
        var shown = names.Count;
        while (shown > 1 && !page.Fits(start, Text(shown))) shown--;
        return Text(shown);

        string Text(int count) => string.Join(", ", names.Take(count)) + (count < names.Count ? $" and {names.Count - count} more" : "");
    }

    private static bool Due(Finding finding) => finding.Status is not (Status.NotDue or Status.NotApplicable);
}
