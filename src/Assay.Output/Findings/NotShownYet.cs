using System.Collections.Immutable;
using Assay.Core.Facts;
using Assay.Core.Judging;

namespace Assay.Output.Findings;

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

    /// <summary>The criteria by gate, each once.</summary>
    public ImmutableArray<(string Gate, Finding Finding)> All => _findings;
}
