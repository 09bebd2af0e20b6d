using System.Collections.Immutable;
using Assay.Cli;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Quantities;
using Assay.Core.Rules;
using Assay.Core.Standards;
using static Assay.Core.Facts.FactNames;

namespace Assay.Tests.Output;

/// <summary>The situations that the golden files show.</summary>
internal static class Verdicts
{
    public static ImmutableSortedDictionary<string, Func<Verdict>> All { get; } = new Dictionary<string, Func<Verdict>>
    {
        ["blocked"] = Blocked,
        ["pass"] = Pass,
        ["pass-several"] = PassSeveral,
        ["adopting"] = Adopting,
        ["state"] = State,
        ["several"] = Several,
        ["no-evidence"] = NoEvidence,
        ["broken-build"] = BrokenBuild,
        ["weakened"] = Weakened,
        ["hostile"] = Hostile,
        ["deployment"] = Deployment,
        ["observed"] = Observed,
        ["what-if"] = WhatIfStricter,
        ["observed-over"] = ObservedOver,
    }.ToImmutableSortedDictionary();

    /// <summary>Most holds; two lines without a test, a secret, one report left over from other content.</summary>
    public static Verdict Blocked() => new VerdictBuilder().Healthy("payments")
        .Measured("payments", CoverageChangedLines, Quantity.Percent(32, 34), "of 34 lines", null,
            new Location("src/Refund.cs", 88, 89, "catch block, no test reaches it"))
        .Measured("payments", LintFindings, Quantity.Count(6), "by analyzers", null,
            [.. Enumerable.Range(1, 6).Select(i => new Location("src/Payments/Transfers/TransferService.cs", 20 + i, null, $"CA1822: Member 'Total{i}' does not access instance data and can be marked as static"))])
        .Measured("payments", SecretsFound, Quantity.Count(1), "by secretlint", null, new Location("deploy/settings.production.json", 7, null, "aws-access-key"))
        .Measured("payments", AcceptanceApproved, Quantity.Percent(8, 9), "of 9 criteria", null, new Location("requirements.yaml", 41, null, "REQ-4: not approved"))
        .Missing("payments", "no requirement names a test that ran", AcceptanceValidated)
        .Evidence("out/junit.xml", Trust.Recorded, "payments", bound: true).Build();

    /// <summary>Blocked, and asked not to stop anything for a while.</summary>
    public static Verdict Observed()
    {
        var verdict = Blocked();
        var observed = new ObserveOnly(new DateOnly(2026, 12, 31), true);
        return verdict with { Observed = observed, Weakened = [.. Observing.Weakens(observed), .. verdict.Weakened] };
    }

    /// <summary>The same, after that day.</summary>
    public static Verdict ObservedOver()
    {
        var verdict = Blocked();
        var observed = new ObserveOnly(new DateOnly(2026, 11, 1), false);
        return verdict with { Observed = observed, Notes = [.. Observing.Notes(observed), .. verdict.Notes] };
    }

    /// <summary>Asked what another standard would change: one asks more, one less, one is gone, one is new.</summary>
    public static Verdict WhatIfStricter()
    {
        var verdict = Several();
        var standard = verdict.Standard with { Name = "strict", Version = "2.0.0", Digest = "sha256:strict" };
        ImmutableArray<GateResult> then = [.. verdict.Gates.Select(gate => gate with { Findings = [.. gate.Findings.Where(finding => finding.Criterion.Id != "secrets").Select(Stricter)] })];
        return verdict with { WhatIf = WhatIf.Of(standard, Profile.Enterprise, "6 files changed", verdict.Gates, then, ["bounds: strict 2.0.0 has no criterion secrets"]) };

        static Finding Stricter(Finding finding) => finding.Criterion.Id switch
        {
            "coverage_lines" => finding with
            {
                Criterion = finding.Criterion with { Requirement = finding.Criterion.Requirement with { Bound = new Quantity(95, Unit.Percent) } }, Status = Status.Fail, Reason = "93.5 % of 340 lines, needs ≥ 95 %",
            },
            "lint_clean" => finding with { Status = Status.NotDue, Reason = "due at deployment", Criterion = finding.Criterion with { Phase = Phase.Deployment } },
            _ => finding,
        };
    }

    public static Verdict Pass() => new VerdictBuilder { Profile = Profile.Lightweight, ProfileReason = "3 files changed" }.Healthy("payments")
        .Note("no assay.yaml: all of services/payments is judged as one component, payments").Note("detected: dotnet (payments.slnx)").Build();

    public static Verdict PassSeveral() => new VerdictBuilder { Profile = Profile.Lightweight, ProfileReason = "3 files changed", Path = "services" }
        .Healthy("payments").Healthy("ledger", tests: 7).Without("ledger", CoverageBranches)
        .With(new Fact(CoverageChangedLines, "ledger", FactState.Empty, Reason: "the change edits no line of production code")).Build();

    /// <summary>All that is new holds; what is old is owed.</summary>
    public static Verdict Adopting() => new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "6 files changed" }.Healthy("payments")
        .With(new Fact(ProofRedGreen, "payments", FactState.Measured, Quantity.Boolean(true)))
        .Owing("payments", "coverage_lines", CoverageLines, Quantity.Percent(61, 100), "of 100 lines", "src/Refund.cs", "src/Ledger.cs")
        .Weakened(WeakeningSource.Setting, "coverage_lines of payments: 2 owed, 12 on 2026-09-22, 10 fewer; none after 2027-09-22", new Location("assay.baseline")).Build();

    public static Verdict State() => new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "what stands", Change = VerdictBuilder.State with { Dirty = true } }
        .Healthy("payments").Without("payments", SbomPackages).Build();

    public static Verdict Several()
    {
        var builder = new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "6 files changed", Path = "services" };
        return builder.Healthy("payments").Healthy("ledger").Healthy("web")
            .Measured("ledger", TestsFailed, Quantity.Count(1), "of 48 tests", null, new Location("LedgerTests.A_posting_balances", null, null, "Assert.Equal() Failure: Values differ\r\nExpected: 0\r\nActual:   1"))
            .Missing("payments", "no linter ran", LintFindings).Missing("ledger", "no linter ran", LintFindings).Build();
    }

    /// <summary>--no-collect in a fresh clone: nothing was produced.</summary>
    public static Verdict NoEvidence() => new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "6 files changed" }.Healthy("payments")
        .Missing("payments", "no test report", TestsRun, TestsFailed, TestsSkipped, TestsPassRate, TestRunsMissing)
        .Missing("payments", "no coverage report", CoverageLines, CoverageBranches, CoverageExceptionHandlers)
        .Missing("payments", "no coverage report for 34 changed lines of code", CoverageChangedLines)
        .With(new Fact(CoverageCriticalPaths, "payments", FactState.Missing, Reason: "no critical paths are declared", Remedy: "name them under critical: in assay.yaml, as globs of the business logic"))
        .Missing("payments", "no build was seen", BuildErrors, BuildWarnings)
        .Missing("payments", "no type checker ran", TypesFindings).Missing("payments", "no linter ran", LintFindings)
        .Missing("payments", "no scanner for secrets ran", SecretsFound)
        .Missing("payments", "no requirements.yaml with acceptance criteria", AcceptanceCriteria, AcceptanceApproved, AcceptanceValidated)
        .With(new Fact(TrackedFilesChanged, "payments", FactState.Empty, Reason: "no command was run"))
        .Without("payments", SbomPackages, VulnerabilitiesCritical, VulnerabilitiesHigh, AnalysisCritical, AnalysisHigh, PerformanceTargetsStated, ApiOperationsDocumented, PublicApiGaps, ReadmeSections,
            BrokenLinks, ChangelogUpdated, ReviewApproved).Build() with { Evidence = [] };

    public static Verdict BrokenBuild() => new VerdictBuilder { Profile = Profile.Standard, ProfileReason = "6 files changed" }.Healthy("payments")
        .Broken("payments", StepKind.Build, new AssayError(CollectionErrors.ToolFailed, "dotnet build ended with 1 after 4.2 s",
                ".assay/payments/build.log", NextStep: "Read the end of .assay/payments/build.log: CS1002 in src/Refund.cs:12"),
            BuildErrors, BuildWarnings, TypesFindings, LintFindings, TestsRun, TestsFailed, TestsSkipped, TestsPassRate, TestRunsMissing,
            AcceptanceValidated, CoverageLines, CoverageBranches, CoverageCriticalPaths, CoverageExceptionHandlers, CoverageChangedLines)
        .With(new Fact(BuildErrors, "payments", FactState.Error, Reason: "dotnet build ended with 1 after 4.2 s",
            Remedy: "Read the end of .assay/payments/build.log: CS1002 in src/Refund.cs:12", Locations: [new Location("src/Refund.cs", 12, null, "CS1002: ; expected")]))
        .Build();

    public static Verdict Weakened() => new VerdictBuilder { Profile = Profile.Lightweight, ProfileReason = "asked for" }.Healthy("payments")
        .Weakened(WeakeningSource.Flag, "--profile lightweight lowers enterprise (17 files changed)")
        .Weakened(WeakeningSource.Setting, "coverage_lines: needs ≥ 80 % instead of ≥ 90 %", new Location("assay.yaml", 14))
        .Weakened(WeakeningSource.Rule, "edits a script that a command runs", new Location("scripts/test.sh", 3))
        .Weakened(WeakeningSource.Suppression, "[ExcludeFromCodeCoverage]", new Location("src/Payments/Ledger/PostingStore.cs", 40))
        .Measured("payments", RulesLoosened, Quantity.Count(2), null, null,
            new Location("scripts/test.sh", 3, null, "edits a script that a command runs"),
            new Location("src/Payments/Ledger/PostingStore.cs", 40, null, "[ExcludeFromCodeCoverage]"))
        .Problem(new AssayError(EvidenceErrors.Unreadable, "the report ends in the middle of an element", "out/coverage.cobertura.xml", 812, 14))
        .Measured("payments", EvidenceProblems, Quantity.Count(1), null, null, new Location("out/coverage.cobertura.xml", 812, null, "the report ends in the middle of an element"))
        .Problem(new AssayError(CollectionErrors.ToolMissing, "gitleaks is not installed; secretlint was used instead", NextStep: "Install gitleaks 8, or leave it."))
        .Evidence("out/junit.xml", Trust.Asserted, "payments", bound: false).Build();

    /// <summary>Everything that a report may say to fool a terminal or a reader.</summary>
    public static Verdict Hostile() => new VerdictBuilder { Profile = Profile.Lightweight, ProfileReason = "1 file\e[2J changed" }.Healthy("payments")
        .Measured("payments", TestsFailed, Quantity.Count(1), "of 1\r\nPASS tests", null,
            new Location("evil\e]0;title\a.cs", 1, null, "\rPASS  payments \u009b2K\u202egnp.exe\u2066 \u200bzero\ttab\nline\u2028next \ud800 \u007f"))
        .Measured("payments", LintFindings, Quantity.Count(1), null, $"long {new string('x', 5000)}")
        .Weakened(WeakeningSource.Setting, "\e[32mPASS\e[0m", new Location("a\u202eb.yaml", 2))
        .Problem(new AssayError(CollectionErrors.ToolFailed, "tool\e[1A said\rPASS", "x\e.log", NextStep: "run \e[31mthis"))
        .Note("a \e[5mnote").Evidence("out/\e[7mreport.xml", Trust.Asserted, "payments", bound: false).Build();

    public static Verdict Deployment() => new VerdictBuilder { Phase = Phase.Deployment, ProfileReason = "a deployment" }.Healthy("payments").Build();

    /// <summary>The blocked one, with all that blocks agreed to as debt.</summary>
    public static Verdict Owing()
    {
        var verdict = Blocked();
        ImmutableArray<GateResult> gates =
        [
            .. from gate in verdict.Gates
               let findings = gate.Findings.Select(finding => finding.Status.Blocks() ? finding with { Status = Status.Owed } : finding).ToImmutableArray()
               select gate with { Findings = findings, Status = findings.Select(finding => finding.Status).Worst() },
        ];
        return verdict with { Gates = gates, Outcome = Judge.Outcome(gates) };
    }
}
