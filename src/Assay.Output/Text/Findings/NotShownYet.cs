using System.Collections.Immutable;
using Assay.Core.Facts;
using Assay.Core.Judging;

namespace Assay.Output.Text.Findings;

/// <summary>Criteria that are Missing because nothing in this version gives their fact: true, blocking, and nothing that the reader can mend.</summary>
internal sealed class NotShownYet
{
    private readonly ImmutableArray<(string Gate, Finding Finding)> _findings;
    private readonly HashSet<(string Component, string Criterion)> _held;

    private NotShownYet(ImmutableArray<(string Component, string Gate, Finding Finding)> found)
    {
        _findings = [.. found.Select(one => (one.Gate, one.Finding)).DistinctBy(one => (one.Gate, one.Finding.Criterion.Id))];
        _held = [.. found.Select(one => (one.Component, one.Finding.Criterion.Id))];
    }

    public static NotShownYet Of(Verdict verdict)
    {
        var given = verdict.Facts.Select(fact => (fact.Component, fact.Name)).ToHashSet();
        return new NotShownYet(
        [
            .. from gate in verdict.Gates
               from finding in gate.Findings
               where finding.Status == Status.Missing && FactCatalog.Find(finding.Criterion.Fact)?.Later is not null
                   && !given.Contains((gate.Component, finding.Criterion.Fact))
               select (gate.Component, gate.Gate, finding),
        ]);
    }

    public bool Holds(string component, Finding finding) => _held.Contains((component, finding.Criterion.Id));

    public void Write(Page page, Verdict verdict)
    {
        if (_findings.IsEmpty) return;
        page.Heading("NOT SHOWN YET BY ANY EVIDENCE");
        page.Row("  ", $"{Words.Count(_findings.Length, "criterion blocks", "criteria block")} because this version of Assay cannot measure what {(_findings.Length == 1 ? "it asks" : "they ask")}.", 2);
        var column = Math.Max(_findings.Max(one => one.Gate.Length), 20) + 4;
        foreach (var gate in _findings.GroupBy(one => one.Gate))
            page.Row($"  {gate.Key}", string.Join(", ", gate.Select(one => one.Finding.Criterion.Id)), column);
    }
}
