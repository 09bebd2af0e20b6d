using System.Collections.Immutable;
using Assay.Core.Judging;

namespace Assay.Output.Findings;

/// <summary>Findings that do not block although they do not hold: somebody agreed to them, and they are shown as warnings.</summary>
internal static class Accepted
{
    public static ImmutableArray<(GateResult Gate, Finding Finding)> Of(Verdict verdict) =>
        [.. from gate in verdict.Gates from finding in gate.Findings where Is(finding.Status) select (gate, finding)];

    /// <summary>Whether a finding of this status neither blocks nor holds.</summary>
    public static bool Is(Status status) => !status.Blocks() && status is not (Status.Pass or Status.NotDue or Status.NotApplicable);
}
