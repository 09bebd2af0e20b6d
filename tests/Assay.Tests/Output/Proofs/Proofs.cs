using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Output.Proofs;

namespace Assay.Tests.Output.Proofs;

/// <summary>Proofs of every outcome, as the prover gives them.</summary>
internal static class Proofs
{
    private const string Base = "9d2c1f7a55e04b6c8d3e2f1a0b9c8d7e6f5a4b3c";
    private const string Head = "4f7a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f70";
    private const string Subject = "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    public static IReadOnlyDictionary<string, Func<Core.Proofs.Proof>> All { get; } = new Dictionary<string, Func<Core.Proofs.Proof>>
    {
        ["proven"] = Proven, ["hunks"] = Hunks, ["refactoring"] = Refactoring, ["documentation"] = Documentation, ["vacuous"] = Vacuous, ["weakened"] = Weakened,
        ["untested"] = Untested, ["inconclusive"] = Inconclusive, ["several"] = Several, ["hostile"] = Hostile,
    };

    public static Core.Proofs.Proof Of(ProofOutcome outcome, string reason, string? next = null, params TestProof[] tests) => new(
        "shop", Base, Head, false, outcome, reason, next, [new ComponentProof("payments", "services/payments", Subject, outcome, reason, next, 41)], [.. tests], null, [],
        [
            new ProofPhase("payments", "base", "dotnet test --no-build", TimeSpan.FromSeconds(3.2), 0, true),
            new ProofPhase("payments", "red", "dotnet build", TimeSpan.FromSeconds(2.1), 0, false),
            new ProofPhase("payments", "red", "dotnet test --no-build", TimeSpan.FromSeconds(3.4567), 1, false),
            new ProofPhase("payments", "green", "dotnet test --no-build", TimeSpan.FromSeconds(4), outcome == ProofOutcome.Inconclusive ? null : 0, false),
        ]);

    public static TestProof Test(string name, TestProofOutcome outcome = TestProofOutcome.Proven, string reason = "assertion", string? message = "Expected: 3, actual: 0", string run = "") => new(
        "payments", $"Shop.RefundTests.{name}", run, "tests/RefundTests.cs", outcome, PhaseOutcome.Absent,
        outcome is TestProofOutcome.Proven ? PhaseOutcome.Failed : PhaseOutcome.Passed, outcome == TestProofOutcome.Broken ? PhaseOutcome.Failed : PhaseOutcome.Passed, reason, message);

    public static Core.Proofs.Proof Proven() => Of(ProofOutcome.Proven, "4 tests fail without the change and pass with it", null,
        Test("A_refund_is_written"), Test("A_refund_beyond_the_payment_is_refused", reason: "exception in src/Refund.cs", message: "System.NullReferenceException: Object reference not set"),
        Test("A_refund_of(amount: 3)", run: "net10.0"), Test("A_refund_of(amount: 0)", run: "net10.0"), Test("A_refund_of_nothing_is_nothing", TestProofOutcome.Characterisation, "passes without the change", null));

    public static Core.Proofs.Proof Hunks() => Proven() with
    {
        Hunks =
        [
            new HunkProof("payments", "src/Refund.cs", 2, 3, true, "Shop.RefundTests.A_refund_is_written", null),
            new HunkProof("payments", "src/Refund.cs", 8, 7, false, null, null),
            new HunkProof("payments", "src/Ledger.cs", 40, 40, false, null, "the time for hunks was used up before"),
        ],
    };

    public static Core.Proofs.Proof Refactoring() => Of(ProofOutcome.Refactoring, "no test fails without the change, and what it edits was covered before");

    public static Core.Proofs.Proof Documentation() => Of(ProofOutcome.Documentation, "neither code nor tests changed") with { Phases = [] };

    public static Core.Proofs.Proof Vacuous() => Of(ProofOutcome.Vacuous, "the new tests pass without the change", "Let a test fail without the change: take the change back, see it fail, and put it back.",
        Test("A_refund_is_written", TestProofOutcome.Vacuous, "passes without the change", null));

    public static Core.Proofs.Proof Weakened() => Proven() with
    {
        Outcome = ProofOutcome.Weakened,
        Reason = "2 tests are weakened",
        NextStep = "Restore the named tests, or have somebody who is no author approve that they go.",
        Components = [Proven().Components[0] with { Outcome = ProofOutcome.Weakened, Reason = "2 tests are weakened", NextStep = "Restore the named tests, or have somebody who is no author approve that they go." }],
        Weakened =
        [
            new WeakenedTest("payments", "Shop.RefundTests.A_refund_needs_a_payment", "tests/RefundTests.cs", 12, Weakness.AssertionRemoved, "one assertion of two is gone", ["-        Assert.Equal(3, refund.Amount);"]),
            new WeakenedTest("payments", "Shop.RefundTests.A_refund_is_whole", "tests/RefundTests.cs", 30, Weakness.Skipped, "", ["-    [Fact]", "+    [Fact(Skip = \"later\")]"]),
        ],
    };

    public static Core.Proofs.Proof Untested() => Of(ProofOutcome.Untested, "code changed and no test did", "Write a test that fails without src/Refund.cs:2-3.") with { Dirty = true };

    public static Core.Proofs.Proof Inconclusive() => Of(ProofOutcome.Inconclusive, "green did not end within 20 minutes", "Run dotnet test by hand to see where it hangs.",
        Test("A_refund_is_written", TestProofOutcome.Flaky, "failed in 1 of 3 runs", "Expected: 3, actual: 0"), Test("A_refund_waits", TestProofOutcome.Inconclusive, "time-out", null),
        Test("A_refund_is_sent", TestProofOutcome.Broken, "assertion", "Expected: sent, actual: lost"), Test("Old", TestProofOutcome.PreExistingFailure, "failed before", "no database") with { Base = PhaseOutcome.Failed, Red = PhaseOutcome.Failed, Green = PhaseOutcome.Failed });

    public static Core.Proofs.Proof Several() => Vacuous() with
    {
        Components = [.. Proven().Components, new ComponentProof("web", "web", Subject, ProofOutcome.Vacuous, "the new tests pass without the change", "Let a test fail without the change.", 0)],
        Tests = [.. Proven().Tests, Test("shows a refund", TestProofOutcome.Vacuous, "passes without the change", null) with { Component = "web", Id = "refund page > shows a refund", File = "web/test/refund.test.ts" }],
    };

    /// <summary>Text as anybody may have written it into a test.</summary>
    public static Core.Proofs.Proof Hostile() => Of(ProofOutcome.Proven, "1 test \e[31mfails", null, Test("<script>alert(1)</script>\u202e", message: "a \e[2J\n<img src=x>", reason: "assay/drill/v1")) with
    {
        Hunks = [new HunkProof("payments", "a<b>.cs", 1, 1, true, "\"><script>", "&amp;")],
    };

    public static History History() => new("shop", Base, Head,
    [
        new CommitProof("1111111aaaa", "A test for refunds", HistoryStep.Red, Of(ProofOutcome.Inconclusive, "the tests fail and nothing makes them pass yet", null, Test("A_refund_is_written", TestProofOutcome.Broken))),
        new CommitProof("2222222aaaa", "Refunds", HistoryStep.Green, Proven()),
        new CommitProof("3333333aaaa", "Names", HistoryStep.Refactor, Refactoring()),
        new CommitProof("4444444aaaa", "Words about refunds, and why a refund that is larger than its payment is refused", HistoryStep.Documentation, Documentation()),
        new CommitProof("5555555aaaa", "Quickly", HistoryStep.Other, Untested()),
    ]);

    public static ProofSources Sources() => new(
    [
        new ChangedFile("src/Refund.cs", null, ChangeKind.Modified, [new Hunk(2, ["    old();"], 2, ["    ledger.Write(refund);", "    if (a < b && c) return;"]), new Hunk(7, ["    gone();"], 7, [])]),
        new ChangedFile("src/Ledger.cs", "src/Book.cs", ChangeKind.Renamed, [new Hunk(39, [], 40, ["    Limit = 3;"])]),
        new ChangedFile("a<b>.cs", null, ChangeKind.Added, [new Hunk(0, [], 1, ["<script>alert(1)</script>"])]),
    ], ImmutableDictionary<string, string>.Empty.Add("src/Refund.cs", "class Refund {\n    ledger.Write(refund);\n    if (a < b && c) return;\n    a();\n    b();\n    c();\n    d();\n}\n"));
}
