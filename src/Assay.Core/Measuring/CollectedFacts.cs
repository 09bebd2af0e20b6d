using System.Collections.Frozen;
using Assay.Core.Evidence;

namespace Assay.Core.Measuring;

/// <summary>Facts that a collecting run gives by itself, where its tools are there.</summary>
public static class CollectedFacts
{
    private static readonly FrozenSet<string> All = new[]
        {
            StepKind.Restore, StepKind.Build, StepKind.Test, StepKind.Coverage, StepKind.Types, StepKind.Lint, StepKind.Secrets, StepKind.Vulnerabilities, StepKind.Sbom, StepKind.Analysis, StepKind.Documentation,
        }.SelectMany(StepFacts.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <c>assay check</c> gives the fact of this name.</summary>
    public static bool Has(string fact) => All.Contains(fact);
}
