using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Text.Gates;

/// <summary>The gates: each that blocks on a line of its own, the others folded.</summary>
internal static class GateTable
{
    /// <param name="fine">What is fine already stands above; only what blocks is listed then.</param>
    public static void Write(Page page, Verdict verdict, bool fine)
    {
        if (fine) page.Heading("NOT YET");
        else page.Blank();
        var blocking = verdict.Gates.Where(gate => gate.Status.Blocks()).ToList();
        var shape = new Shape(blocking.Select(gate => gate.Gate.Length).DefaultIfEmpty(0).Max(), blocking.Select(gate => Name(gate.Status).Length).DefaultIfEmpty(0).Max());
        var byComponent = verdict.Gates.GroupBy(gate => gate.Component).ToList();
        if (byComponent.Count == 1) Component(page, "  ", [.. verdict.Gates.Where(gate => !fine || gate.Status != Status.Pass)], shape);
        else
        {
            // Components whose gates came out alike are shown once.
            foreach (var alike in byComponent.Where(gates => gates.Any(gate => gate.Status.Blocks())).GroupBy(gates => string.Join('\n', gates.Select(Line))))
            {
                page.Row("  ", string.Join(", ", alike.Select(gates => gates.Key)), 2);
                Component(page, "    ", [.. alike.First()], shape);
            }
            foreach (var well in byComponent.GroupBy(gates => gates.Select(gate => gate.Status).Worst(), gates => gates.Key).Where(group => !group.Key.Blocks()))
                Fold(page, "  ", [.. well], well.Key);
        }
        Waiting.Write(page, verdict);
    }

    private static void Component(Page page, string indent, ImmutableArray<GateResult> gates, Shape shape)
    {
        foreach (var gate in gates.Where(gate => gate.Status.Blocks()))
            page.Row(indent + gate.Gate, $"{Name(gate.Status).PadRight(shape.Status)}  {Counted(gate)}", indent.Length + Math.Max(shape.Gate, 20) + 2, Tint.Bad);
        foreach (var status in (Status[])[Status.Pass, Status.Owed, Status.Waived, Status.NotApplicable])
            Fold(page, indent, [.. gates.Where(gate => gate.Status == status).Select(gate => gate.Gate)], status);
    }

    public static void Fold(Page page, string indent, ImmutableArray<string> names, Status status)
    {
        if (names.IsEmpty) return;
        var list = string.Join(", ", names);
        if (list.Length <= 60 && page.Fits(indent.Length, $"{list}   {Words.Of(status)}")) page.Row($"{indent}{list}   ", Words.Of(status), tint: Words.TintOf(status));
        else page.Row(indent, $"{Words.Of(status)}: {list}", indent.Length + 2, Words.TintOf(status));
    }

    private static string Line(GateResult gate) => $"{gate.Gate} {gate.Status} {Counted(gate)}";

    /// <summary>How many block, of those that are due.</summary>
    private static string Counted(GateResult gate)
    {
        var due = gate.Findings.Count(finding => finding.Status is not (Status.NotDue or Status.NotApplicable));
        return $"{gate.Findings.Count(finding => finding.Status.Blocks())} of {due}";
    }

    private static string Name(Status status) => Snake.Case(status).ToUpperInvariant();

    private sealed record Shape(int Gate, int Status);
}
