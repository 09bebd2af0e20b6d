using System.Collections.Immutable;

namespace Assay.Core.Proofs;

/// <summary>What the tests of a change show of it. Proven, refactoring and documentation hold; all others block.</summary>
public enum ProofOutcome { Inconclusive, Proven, Refactoring, Documentation, Vacuous, Weakened, Untested }

/// <summary>What the three phases show of one test.</summary>
public enum TestProofOutcome { Inconclusive, Proven, Characterisation, Vacuous, PreExistingFailure, Flaky, Broken }

/// <summary>How a test ended in one phase; absent: the phase's sources do not hold it, not compiled: they do and the compiler refused it.</summary>
public enum PhaseOutcome { NotRun, Absent, NotCompiled, Skipped, Failed, Passed }

/// <summary>A change's tests without it and with it.</summary>
/// <param name="Base">Commit id of the base; that of the empty tree for a first commit.</param>
/// <param name="Head">Commit id of head, or of HEAD where uncommitted edits are judged.</param>
/// <param name="Outcome">The worst of the components.</param>
/// <param name="Reason">In plain words, the first cause.</param>
/// <param name="NextStep">The one next step; where the change holds, what would hold the first hunk that no test holds, else null.</param>
/// <param name="Tests">New, changed and failing tests; those that nothing concerns are only counted.</param>
/// <param name="Hunks">Every production hunk, where that was asked for; null where it was not.</param>
public sealed record Proof(
    string Repository, string Base, string Head, bool Dirty, ProofOutcome Outcome, string Reason, string? NextStep,
    ImmutableArray<ComponentProof> Components, ImmutableArray<TestProof> Tests, ImmutableArray<HunkProof>? Hunks,
    ImmutableArray<WeakenedTest> Weakened, ImmutableArray<ProofPhase> Phases)
{
    /// <summary>Format of its JSON.</summary>
    public const string Schema = "assay/proof/v1";

    /// <summary>Whether an outcome lets a change pass.</summary>
    public static bool Holds(ProofOutcome outcome) => outcome is ProofOutcome.Proven or ProofOutcome.Refactoring or ProofOutcome.Documentation;
}

/// <summary>What is shown of one component.</summary>
/// <param name="Subject"><c>sha256:…</c> over its inputs at head.</param>
/// <param name="Unaffected">Tests that passed in every phase and that the change did not touch.</param>
public sealed record ComponentProof(string Id, string Path, string Subject, ProofOutcome Outcome, string Reason, string? NextStep, int Unaffected);

/// <summary>One test case through the phases.</summary>
/// <param name="Id">As the runner names it, with arguments where it is parametrised.</param>
/// <param name="Run">What tells runs of the same test apart, e.g. a target framework; empty where there is one.</param>
/// <param name="Reason">Why it has this outcome, e.g. <c>assertion</c> or <c>exception in src/parse.ts</c>.</param>
/// <param name="Message">What it said where it failed.</param>
public sealed record TestProof(
    string Component, string Id, string Run, string? File, TestProofOutcome Outcome, PhaseOutcome Base, PhaseOutcome Red, PhaseOutcome Green,
    string Reason, string? Message);

/// <summary>One production hunk, taken back alone at head.</summary>
/// <param name="FirstLine">1-based line at head; where lines were only removed, the line that now follows.</param>
/// <param name="LastLine">Less than <paramref name="FirstLine"/> where lines were only removed.</param>
/// <param name="Held">A test failed without it.</param>
/// <param name="By">That test; null where none did.</param>
/// <param name="Reason">Why it is not held, or what it had to be taken back with.</param>
public sealed record HunkProof(string Component, string File, int FirstLine, int LastLine, bool Held, string? By, string? Reason);

/// <summary>How a test was weakened.</summary>
public enum Weakness { Deleted, Skipped, Emptied, AssertionRemoved, AssertionLoosened, CaseDropped, ExpectationChanged, Excluded }

/// <summary>A test that the change weakens.</summary>
/// <param name="File">Where it stands at head; at base where it is gone.</param>
/// <param name="Line">1-based line in that file.</param>
/// <param name="Diff">The lines that weaken it, each with <c>-</c> or <c>+</c> before it.</param>
public sealed record WeakenedTest(string Component, string Test, string File, int Line, Weakness Weakness, string What, ImmutableArray<string> Diff);

/// <summary>One command of one phase.</summary>
/// <param name="Component">Id of the component that it ran for.</param>
/// <param name="Phase"><c>base</c>, <c>red</c>, <c>green</c>, or what it was repeated for, e.g. <c>red again</c>.</param>
/// <param name="Command">As a user would type it.</param>
/// <param name="Exit">Null where it did not start or was stopped.</param>
/// <param name="Cached">It was not run: an earlier run of the same content told.</param>
public sealed record ProofPhase(string Component, string Phase, string Command, TimeSpan Duration, int? Exit, bool Cached);
