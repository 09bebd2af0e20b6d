using Assay.Core.Errors;

namespace Assay.Core.Evidence;

/// <summary>Kinds of work that a step of collecting does; what a broken step leaves undecided follows from it.</summary>
public enum StepKind { Restore, Build, Test, Coverage, Types, Lint, Secrets, Vulnerabilities, Sbom, Analysis, Documentation, Web, Load, Stress, Scan, Drill, Proof, Other }

/// <summary>
/// Evidence that could not be had or read. It decides the facts that it would have given: they are Error, never absent without a word.
/// </summary>
/// <param name="Component">Id of the component; null where it concerns all.</param>
/// <param name="Step">What kind of work broke; null for a file of unknown content, which concerns every fact.</param>
public sealed record EvidenceProblem(AssayError Error, string? Component, StepKind? Step)
{
    /// <summary>Name of the step, e.g. <c>drill-backup</c>; null where no step left it.</summary>
    public string? StepName { get; init; }

    /// <summary>A problem of a step. Where only its coverage could not be had, the tests themselves are still shown.</summary>
    public static EvidenceProblem OfStep(AssayError error, string component, StepKind step) =>
        new(error, component, error.Kind == CollectionErrors.CoverageMissing ? StepKind.Coverage : step);
}
