using System.Collections.Immutable;

namespace Assay.Core.Judging;

/// <summary>
/// Rules are read at base and at head, and both must hold: of each criterion the worse finding counts,
/// and a criterion or gate that only one side knows stays.
/// </summary>
public static class BothRules
{
    /// <summary>How the reason of a finding begins that the rules at base make.</summary>
    public const string AtBase = "by the rules at base: ";

    /// <summary>The worse of both, criterion by criterion, in head's order; what only base knows follows.</summary>
    public static ImmutableArray<GateResult> Worse(ImmutableArray<GateResult> head, ImmutableArray<GateResult> atBase)
    {
        var baseGates = atBase.ToDictionary(gate => (gate.Component, gate.Gate));
        var merged = head.Select(gate => baseGates.Remove((gate.Component, gate.Gate), out var other) ? Worse(gate, other) : gate).ToList();
        return [.. merged, .. atBase.Where(gate => baseGates.ContainsKey((gate.Component, gate.Gate)))];
    }

    private static GateResult Worse(GateResult head, GateResult atBase)
    {
        var baseFindings = atBase.Findings.ToDictionary(finding => finding.Criterion.Id);
        ImmutableArray<Finding> findings =
        [
            .. head.Findings.Select(finding => baseFindings.Remove(finding.Criterion.Id, out var other) ? Worse(finding, other) : finding),
            .. atBase.Findings.Where(finding => baseFindings.ContainsKey(finding.Criterion.Id)).Select(FromBase),
        ];
        return head with { Findings = findings, Status = findings.Select(finding => finding.Status).Worst() };
    }

    private static Finding Worse(Finding head, Finding atBase) =>
        atBase.Status.Rank() > head.Status.Rank() ? FromBase(atBase) : head;

    private static Finding FromBase(Finding finding) => finding with { Reason = AtBase + finding.Reason };
}
