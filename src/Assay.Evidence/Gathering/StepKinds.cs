using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Evidence.Gathering;

/// <summary>What kind of work a format comes from.</summary>
internal static class StepKinds
{
    /// <summary>Null where the format does not tell, or is not known: then every fact is concerned.</summary>
    internal static StepKind? Of(string? format) => format switch
    {
        "cobertura" or "lcov" => StepKind.Coverage,
        "junit" or "trx" => StepKind.Test,
        "hey" or "k6" or "load-run" or "prometheus" or "otlp-metrics" => StepKind.Load,
        "lighthouse" or "axe" => StepKind.Web,
        "cyclonedx" => StepKind.Sbom,
        "npm-audit" or "dotnet-vulnerable" or "osv-scanner" or "assay-vulnerability-scans" => StepKind.Vulnerabilities,
        "zap" or "wapiti" or "scan-run" or "pentest" => StepKind.Scan,
        "gitleaks" => StepKind.Secrets,
        "assay-proof" => StepKind.Proof,
        _ => null,
    };

    /// <summary>A tool that nobody knows is what the step says that ran it: a type checker under <c>types</c>, a linter under <c>lint</c>, a compiler under <c>build</c>.</summary>
    internal static ImmutableArray<Observation> Categorised(ImmutableArray<Observation> observations, StepKind? kind)
    {
        FindingCategory? said = kind switch
        {
            StepKind.Build => FindingCategory.Compiler,
            StepKind.Types => FindingCategory.Types,
            StepKind.Lint => FindingCategory.Lint,
            StepKind.Documentation => FindingCategory.Documentation,
            _ => null,
        };
        if (said is not { } category) return observations;
        return [.. observations.Where(observation => observation is not ToolFinding { Category: FindingCategory.Analysis, Suppressed: true }).Select(observation => observation switch
        {
            ToolRun { Category: FindingCategory.Analysis } run => run with { Category = category },
            ToolFinding { Category: FindingCategory.Analysis } finding => finding with { Category = category },
            _ => observation,
        })];
    }
}
