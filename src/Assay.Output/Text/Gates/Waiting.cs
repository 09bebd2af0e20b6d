using Assay.Core.Judging;

namespace Assay.Output.Text.Gates;

/// <summary>What is not due, counted by what it waits for, and how much of it would block.</summary>
internal static class Waiting
{
    public static void Write(Page page, Verdict verdict)
    {
        var idle = verdict.Gates.GroupBy(gate => gate.Gate)
            .Where(results => results.All(result => result.Status == Status.NotDue)).Select(results => results.Key).ToHashSet();
        var waiting = verdict.Gates
            .SelectMany(gate => gate.Findings, (gate, finding) => (gate.Gate, finding))
            .Where(pair => pair.finding.Status == Status.NotDue)
            .GroupBy(pair => Wait.Of(verdict, pair.finding.Criterion)).OrderBy(group => group.Key.Order).ToList();
        foreach (var group in waiting)
        {
            // A gate is counted where it first becomes due, its criteria wherever they do.
            var gates = group.Select(pair => pair.Gate).Distinct().Count(idle.Remove);
            var criteria = group.Select(pair => pair.finding.Criterion.Id).Distinct().Count();
            var wouldBlock = group.Where(pair => pair.finding.WouldBe is { } status && status.Blocks())
                .Select(pair => pair.finding.Criterion.Id).Distinct().Count();
            page.Row("  ", $"{Subject(gates, criteria)} for {group.Key.For}{(group.Key.For == "a change" ? "" : $"; {wouldBlock} would block")}", 4);
        }
    }

    private static string Subject(int gates, int criteria)
    {
        var waits = criteria == 1 ? "1 criterion waits" : $"{criteria} criteria wait";
        return gates == 0 ? waits : $"{waits} ({Words.Count(gates, "whole gate", "whole gates")})";
    }
}
