using System.Collections.Frozen;
using Assay.Core.Evidence;
using static Assay.Core.Facts.FactNames;

namespace Assay.Core.Measuring;

/// <summary>Which facts a step of collecting gives, and so which it leaves undecided when it breaks.</summary>
internal static class StepFacts
{
    private static readonly string[] Coverage = [CoverageLines, CoverageBranches, CoverageCriticalPaths, CoverageExceptionHandlers, CoverageChangedLines];
    private static readonly string[] Test = [TestsRun, TestsFailed, TestsSkipped, TestsPassRate, TestRunsMissing, AcceptanceValidated, .. Coverage];
    private static readonly string[] Load =
        [LatencyP50, LatencyP95, LatencyP99, PerformanceSlowest, PerformanceErrorRate, PerformanceAchievedRate, ResourcesMemory, ResourcesCpu, DatabaseSimple, DatabaseComplex, DatabaseTransaction];
    private static readonly string[] Compile = [BuildErrors, BuildWarnings, TypesFindings, LintFindings];

    private static readonly FrozenDictionary<StepKind, FrozenSet<string>> ByStep = new Dictionary<StepKind, FrozenSet<string>>
    {
        [StepKind.Restore] = Set([.. Compile, .. Test]),
        [StepKind.Build] = Set([.. Compile, .. Test]),
        [StepKind.Test] = Set(Test),
        [StepKind.Coverage] = Set(Coverage),
        [StepKind.Types] = Set([TypesFindings]),
        [StepKind.Lint] = Set([LintFindings]),
        [StepKind.Secrets] = Set([SecretsFound]),
        [StepKind.Vulnerabilities] = Set([VulnerabilitiesCritical, VulnerabilitiesHigh]),
        [StepKind.Sbom] = Set([SbomPackages]),
        [StepKind.Analysis] = Set([AnalysisCritical, AnalysisHigh]),
        [StepKind.Documentation] = Set([PublicApiGaps]),
        [StepKind.Web] = Set([WebLoad, WebInteractive, WebLcp, WebCls, WebAccessibility]),
        [StepKind.Load] = Set(Load),
        [StepKind.Stress] = Set([PerformanceCapacity]),
        [StepKind.Scan] = Set([PentestAge, PentestOpenFindings]),
        // A drill decides its own fact, by its kind; see the facts of drills.
        [StepKind.Drill] = Set([]),
        [StepKind.Proof] = Set([ProofRedGreen, ProofTestsWeakened, ProofHunksHeld]),
        [StepKind.Other] = Set([]),
    }.ToFrozenDictionary();

    /// <summary>What a collecting run does not come to where setting up breaks, though some of it may be had in another way.</summary>
    public static FrozenSet<string> AfterRestore { get; } = Set([SbomPackages, VulnerabilitiesCritical, VulnerabilitiesHigh, AnalysisCritical, AnalysisHigh, PublicApiGaps]);

    private static readonly FrozenSet<string> AfterBuild = Set([AnalysisCritical, AnalysisHigh, PublicApiGaps]);

    private static readonly FrozenSet<string> Nothing = Set([]);

    /// <summary>Facts of later steps that need what this one leaves.</summary>
    public static FrozenSet<string> After(StepKind step) => step switch { StepKind.Restore => AfterRestore, StepKind.Build => AfterBuild, _ => Nothing };

    public static FrozenSet<string> Of(StepKind step) => ByStep[step];

    private static FrozenSet<string> Set(string[] names) => names.ToFrozenSet();
}
