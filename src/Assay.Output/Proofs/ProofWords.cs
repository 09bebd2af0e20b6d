using System.Collections.Immutable;
using System.Globalization;
using Assay.Core;
using Assay.Core.Proofs;

namespace Assay.Output.Proofs;

/// <summary>Phrases and orders that the forms of a proof share.</summary>
internal static class ProofWords
{
    private static readonly ImmutableArray<TestProofOutcome> CulpritsFirst =
    [
        TestProofOutcome.Broken, TestProofOutcome.Inconclusive, TestProofOutcome.Flaky, TestProofOutcome.Vacuous, TestProofOutcome.PreExistingFailure,
        TestProofOutcome.Proven, TestProofOutcome.Characterisation,
    ];

    /// <summary>Groups of tests: what keeps the change from holding first, then what proves it.</summary>
    public static IEnumerable<IGrouping<TestProofOutcome, TestProof>> Groups(Proof proof) =>
        proof.Tests.GroupBy(test => test.Outcome).OrderBy(group => CulpritsFirst.IndexOf(group.Key));

    /// <summary>Whether a test of this outcome says nothing against the change.</summary>
    public static bool IsWell(TestProofOutcome outcome) => outcome is TestProofOutcome.Proven or TestProofOutcome.Characterisation;

    /// <summary>What a group of tests shows, e.g. <c>fail without the change and pass with it</c>.</summary>
    public static string Shows(TestProofOutcome outcome, bool one) => outcome switch
    {
        TestProofOutcome.Proven => one ? "fails without the change and passes with it" : "fail without the change and pass with it",
        TestProofOutcome.Characterisation => one ? "passes without the change too, beside proven ones" : "pass without the change too, beside proven ones",
        TestProofOutcome.Vacuous => one ? "passes without the change" : "pass without the change",
        TestProofOutcome.PreExistingFailure => "failed before the change already",
        TestProofOutcome.Flaky => one ? "ends differently when it is repeated" : "end differently when they are repeated",
        TestProofOutcome.Broken => one ? "fails with the change" : "fail with the change",
        _ => "could not be told",
    };

    public static string Of(ProofOutcome outcome) => Snake.Case(outcome).ToUpperInvariant();

    public static string Of<T>(T value) where T : struct, Enum => Snake.Case(value).Replace('_', ' ');

    public static Tint TintOf(ProofOutcome outcome) => Proof.Holds(outcome) ? Tint.Good : Tint.Bad;

    public static string What(Proof proof) => proof.Components is [var only] ? only.Id : proof.Repository;

    /// <summary><c>9d2c1f7..4f7a0b1+edits</c>.</summary>
    public static string Range(Proof proof) => $"{Short(proof.Base)}..{Short(proof.Head)}{(proof.Dirty ? "+edits" : "")}";

    public static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;

    /// <summary>The test with the run that tells it apart.</summary>
    public static string Name(TestProof test) => test.Run.Length == 0 ? test.Id : $"{test.Id} ({test.Run})";

    /// <summary>Why it has its outcome, and what it said.</summary>
    public static string Said(TestProof test) => string.IsNullOrWhiteSpace(test.Message) ? test.Reason : test.Reason.Length == 0 ? test.Message : $"{test.Reason}: {test.Message}";

    /// <summary><c>src/Refund.cs:12-15</c>; what was only removed stood before the line that is named.</summary>
    public static string Place(HunkProof hunk) => hunk.LastLine < hunk.FirstLine
        ? string.Create(CultureInfo.InvariantCulture, $"{hunk.File}, before {hunk.FirstLine}") : $"{hunk.File}:{HunkLines.Of(hunk.FirstLine, hunk.LastLine)}";

    /// <summary>What became of a hunk when it was taken back.</summary>
    public static string Told(HunkProof hunk) =>
        hunk.Held ? $"held by {hunk.By}{(hunk.Reason is { } with ? $" ({with})" : "")}" : $"not held: {hunk.Reason ?? "no test fails without it"}";
}
