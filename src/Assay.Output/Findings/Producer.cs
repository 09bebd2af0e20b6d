using Assay.Core;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Standards;

namespace Assay.Output.Findings;

/// <summary>The one command that produces what a finding misses.</summary>
/// <param name="Command">As a user types it, e.g. <c>assay prove</c>.</param>
/// <param name="What">What the command does about it, in a few words.</param>
/// <param name="Then">What the user still has to do then; null where that is all.</param>
internal sealed record Producer(string Command, string What, string? Then = null)
{
    private const string Commit = "commit assay.yaml";

    private static readonly (string Reason, string Record, string What)[] Records =
    [
        (MissingReasons.NoRequirements, "requirements", "begins requirements.yaml"),
        (MissingReasons.NoTargets, "slo", "begins slo.yaml"),
        (MissingReasons.NoThreatModel, "threat-model", "begins threat-model.yaml"),
        (MissingReasons.NoDecision, "decisions", "begins a decision record"),
    ];

    /// <summary>The producer of what is missing; null where no single command is known to give it, or where it is there and does not hold.</summary>
    public static Producer? Of(Verdict verdict, Component component, Finding finding) => finding.Status switch
    {
        Status.Stale when finding.Reason.EndsWith(MissingReasons.OtherContent, StringComparison.Ordinal) => Again(finding.Criterion),
        Status.Missing => Proof(finding.Criterion.Fact) ?? Kind(component, finding.Criterion) ?? Critical(verdict, finding) ?? Record(component, finding) ?? Collected(verdict, component, finding),
        _ => null,
    };

    private static Producer Again(Criterion criterion) =>
        Proof(criterion.Fact) ?? new Producer(criterion.Phase == Phase.Deployment ? "assay check --phase deployment" : "assay check", "collects again what was produced from other content");

    private static Producer? Proof(string fact) => fact switch
    {
        FactNames.ProofRedGreen or FactNames.ProofTestsWeakened => new Producer("assay prove", "runs the tests of the change without it and with it"),
        FactNames.ProofHunksHeld => new Producer("assay prove --hunks", "takes each edit out and sees whether a test misses it"),
        _ => null,
    };

    /// <summary>What is asked of other kinds of components alone is set aside as soon as somebody says what this one is, where its sources agree.</summary>
    private static Producer? Kind(Component component, Criterion criterion) =>
        component is { DeclaredKind: null, DetectedKind: { } kind } && !criterion.Kinds.IsEmpty && !criterion.Kinds.Contains(kind)
            ? new Producer("assay init", $"says that {component.Id} is a {Snake.Case(kind)}, as its sources look: these are not asked of one", Commit) : null;

    private static Producer? Critical(Verdict verdict, Finding finding) =>
        finding.Criterion.Fact != FactNames.CoverageCriticalPaths || finding.Reason != MissingReasons.NoCriticalPaths ? null
            : verdict.Notes.Any(note => note.StartsWith("no assay.yaml", StringComparison.Ordinal)) ? new Producer("assay init", "asks which folders are critical", Commit)
            : new Producer("critical: in assay.yaml", "names the business logic, as globs");

    private static Producer? Collected(Verdict verdict, Component component, Finding finding) =>
        finding.Criterion.Fact != FactNames.AcceptanceValidated && CollectedFacts.Has(finding.Criterion.Fact) && !verdict.Evidence.Any(item => item.Component == component.Id && item.Step is not null)
            ? new Producer("assay check", "runs the tools that are there: build, tests, analysis, scans") : null;

    private static Producer? Record(Component component, Finding finding) =>
        Records.FirstOrDefault(record => record.Reason == finding.Reason) is { Record: { } name } record
            ? new Producer($"assay init {(component.Path.Length == 0 ? "" : component.Path + " ")}{name}", record.What, "fill it in and commit it") : null;
}
