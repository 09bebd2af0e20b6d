using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Proofs;

namespace Assay.Proof.Running;

/// <summary>What running one component's tests in one tree showed.</summary>
/// <param name="Tests">Every test case of every run; empty where it did not compile or has a problem.</param>
/// <param name="CompileErrors">What the compiler refused; then no test ran.</param>
/// <param name="Problem">Why it shows nothing: a failed set-up, a missing tool, a time-out, no test at all; null where it shows something.</param>
/// <param name="Coverage">By file, with paths relative to the repository; empty where it was not asked for.</param>
/// <param name="Commands">What ran, in order.</param>
internal sealed record PhaseRun(
    ImmutableArray<TestCase> Tests, ImmutableArray<ToolFinding> CompileErrors, PhaseProblem? Problem,
    ImmutableArray<FileCoverage> Coverage, ImmutableArray<ProofPhase> Commands)
{
    /// <summary>Submodules and files of git-lfs whose content is not on this machine, within and beside the component: what failed may have failed because of that.</summary>
    public ImmutableArray<string> NotShown { get; init; } = [];

    /// <summary>The component is not there yet, or no more.</summary>
    public static PhaseRun Absent { get; } = new([], [], null, [], []);

    /// <summary>Target frameworks that ran, as runs of .NET name them: <c>Payments.Tests net10.0</c>.</summary>
    public IEnumerable<string> Frameworks => Tests.Select(test => test.Run).Distinct().Where(run => run.Contains(' ', StringComparison.Ordinal)).Select(run => run[(run.LastIndexOf(' ') + 1)..]);

    /// <summary>The runner found no test at all.</summary>
    public bool RanNothing => Problem?.Error.Kind == CollectionErrors.ToolProducedNothing && Tests.IsEmpty;

    /// <summary>Nothing ran, since there is nothing to run.</summary>
    public bool IsAbsent => Commands.IsEmpty && Problem is null;
}

/// <summary>Why a phase shows nothing.</summary>
/// <param name="SetUp">It broke before anything of the project was built: restoring or installing.</param>
internal sealed record PhaseProblem(AssayError Error, bool SetUp);
