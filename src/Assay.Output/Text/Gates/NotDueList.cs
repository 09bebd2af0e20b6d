using Assay.Core.Judging;

namespace Assay.Output.Text.Gates;

/// <summary>Every criterion that is not due, with what it would be; only on request.</summary>
internal static class NotDueList
{
    public static void Write(Page page, Verdict verdict)
    {
        var findings = verdict.Gates.SelectMany(gate => gate.Findings, (gate, finding) => (gate.Component, finding))
            .Where(pair => pair.finding.Status == Status.NotDue).ToList();
        if (findings.Count == 0) return;
        page.Heading("NOT DUE");
        var column = findings.Max(pair => pair.finding.Criterion.Id.Length) + 4;
        foreach (var (component, finding) in findings)
        {
            var wouldBe = finding.WouldBe is { } status ? $", would be {Words.Of(status)}" : "";
            page.Row($"  {finding.Criterion.Id}", $"{(verdict.Components.Length > 1 ? $"{component}: " : "")}{finding.Reason}{wouldBe}", column);
        }
    }
}
