using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>What the tests of the change show of it, from the record of <c>assay prove</c>, held against what git shows.</summary>
internal static class ProofFacts
{
    private const string Prove = "Run assay prove.";
    private const string ProveHunks = "Run assay prove --hunks.";

    private static readonly string[] Names = [FactNames.ProofRedGreen, FactNames.ProofTestsWeakened, FactNames.ProofHunksHeld];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.State) return;
        var production = input.Files.Concat(input.Gone).Where(file => file.Role == FileRole.Production).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        List<ProductionHunk> hunks = [.. ProductionHunks.Of(input.Change.Files, production.Contains, input.Head, input.Base)];
        var all = input.All<RedGreenProof>().ToList();
        var proofs = OfThisChange(input, all);
        if (proofs.Count == 0 && !input.Change.Files.IsEmpty && input.Change.Files.All(file => SubjectDigest.IsDocumentation(file.Path) && (file.OldPath is null || SubjectDigest.IsDocumentation(file.OldPath))))
        {
            draft.Empty(FactNames.ProofRedGreen, OnlyText);
            draft.Measured(FactNames.ProofTestsWeakened, Quantity.Count(0), []);
            draft.Empty(FactNames.ProofHunksHeld, OnlyText);
            return;
        }
        if (proofs.Count == 0)
        {
            var reason = WhyNone(input, all);
            draft.Missing(FactNames.ProofRedGreen, reason, Prove);
            draft.Missing(FactNames.ProofTestsWeakened, reason, Prove);
            if (hunks.Count == 0) draft.Empty(FactNames.ProofHunksHeld, NoHunk);
            else draft.Missing(FactNames.ProofHunksHeld, reason, ProveHunks);
            return;
        }
        var sources = proofs.Select(proof => proof.Item.Digest).ToList();
        if (proofs.Find(proof => proof.Item.Subject is { } subject && subject != proof.Observation.Subject) is { Item: { } other })
        {
            foreach (var name in Names) draft.Error(name, $"{other.Path} says that it is of another content than the one that it was recorded over", Prove, sources);
            return;
        }
        if (Edited(input) is { } edited && proofs.Exists(proof => proof.Observation.Outcome == ProofOutcome.Documentation))
        {
            foreach (var name in Names) draft.Error(name, $"the record says that no code and no test changed, and git shows that {edited} did", Prove, sources);
            return;
        }
        var quarantine = Quarantine.Of(input);
        RedGreen(draft, proofs, sources, quarantine);
        Weakened(draft, proofs, sources);
        HunkFacts.Add(draft, hunks, production.Contains, proofs, NoHunk, ProveHunks, quarantine);
    }

    private const string OnlyText = "the change edits documentation alone, as git shows";

    private const string NoHunk = "the change edits no production code";

    /// <summary>Where several records speak of the change, one that does not hold decides.</summary>
    private static void RedGreen(FactDraft draft, List<(RedGreenProof Observation, EvidenceItem Item)> proofs, List<string> sources, Quarantine quarantine)
    {
        if (proofs.Select(one => OnlyFlaky(one.Observation, quarantine)).FirstOrDefault(test => test is not null) is { } flaky)
        {
            draft.Measured(FactNames.ProofRedGreen, new Quantity(0, Unit.Boolean), sources, "(flaky)", $"only tests in quarantine prove it: {flaky.Id}",
                [new Location(flaky.File ?? flaky.Id, Note: $"{flaky.Id} is in quarantine, so it shows nothing")], "Prove it by a test that is not in quarantine.");
            return;
        }
        var proof = proofs.OrderBy(proof => Proof.Holds(proof.Observation.Outcome)).First().Observation;
        if (proof.Outcome == ProofOutcome.Documentation)
        {
            draft.Empty(FactNames.ProofRedGreen, "the change edits neither production code nor a test");
            return;
        }
        var holds = Proof.Holds(proof.Outcome);
        var culprits = proof.Tests.Where(test => test.Outcome is not (TestProofOutcome.Proven or TestProofOutcome.Characterisation));
        draft.Measured(FactNames.ProofRedGreen, new Quantity(holds ? 1 : 0, Unit.Boolean), sources, $"({Snake.Case(proof.Outcome)})", holds ? null : proof.Reason,
            holds ? null : culprits.Select(test => new Location(test.File ?? test.Id, Note: Note(test))), proof.NextStep);
    }

    private static void Weakened(FactDraft draft, List<(RedGreenProof Observation, EvidenceItem Item)> proofs, List<string> sources)
    {
        var weakened = proofs.Select(proof => proof.Observation.Weakened).MaxBy(tests => tests.Length);
        if (weakened.IsEmpty && proofs.Exists(proof => proof.Observation.Outcome == ProofOutcome.Inconclusive))
        {
            draft.Missing(FactNames.ProofTestsWeakened, "the proof is inconclusive, so that nothing shows what became of the tests", Prove);
            return;
        }
        draft.Measured(FactNames.ProofTestsWeakened, Quantity.Count(weakened.Length), sources, locations: weakened.Select(test => new Location(test.File, test.Line, Note: Note(test))));
    }

    private static string Note(TestProof test) =>
        $"{test.Id}: {Snake.Case(test.Outcome).Replace('_', ' ')}{(test.Reason.Length > 0 ? $", {test.Reason}" : "")}{(string.IsNullOrWhiteSpace(test.Message) ? "" : $": {test.Message}")}";

    /// <summary>The first of the tests that prove the change, where all of them are in quarantine; null otherwise.</summary>
    private static TestProof? OnlyFlaky(RedGreenProof proof, Quarantine quarantine)
    {
        var proving = proof.Tests.Where(test => test.Outcome == TestProofOutcome.Proven).ToList();
        return proof.Outcome == ProofOutcome.Proven && proving.Count > 0 && proving.TrueForAll(test => quarantine.Mutes(test.Id)) ? proving[0] : null;
    }

    private static string Note(WeakenedTest test) =>
        $"{test.Test}: {Snake.Case(test.Weakness).Replace('_', ' ')}{(test.What.Length > 0 ? $", {test.What}" : "")}{(test.Diff.IsEmpty ? "" : $": {string.Join(" ", test.Diff)}")}";

    /// <summary>
    /// Records of the judged component from the base of the judged change. One that Assay recorded over this content outweighs one that nobody recorded, and that one of
    /// other content; of other content they are judged stale, so one that is only said to be of other content is none.
    /// </summary>
    private static List<(RedGreenProof Observation, EvidenceItem Item)> OfThisChange(MeasureInput input, List<(RedGreenProof Observation, EvidenceItem Item)> all)
    {
        var ranked = all.Where(proof => proof.Observation.Component == input.Component.Id && proof.Observation.Base == input.Change.Base)
            .Where(proof => proof.Item.Subject is not null || proof.Observation.Subject == input.Component.Subject)
            .GroupBy(proof => proof.Item.Subject == input.Component.Subject ? 0 : proof.Item.Subject is null ? 1 : 2);
        return [.. ranked.MinBy(group => group.Key) ?? Enumerable.Empty<(RedGreenProof, EvidenceItem)>()];
    }

    private static string WhyNone(MeasureInput input, List<(RedGreenProof Observation, EvidenceItem Item)> all)
    {
        if (all.Count == 0) return "nothing shows that the change's tests fail without it";
        if (all.Find(proof => proof.Observation.Component == input.Component.Id) is not { Observation: { } own, Item: { } item })
            return $"{all[0].Item.Path} is about {all[0].Observation.Component}, and this is {input.Component.Id}";
        return own.Base == input.Change.Base ? $"{item.Path} says that it is of other content"
            : $"{item.Path} proves the change from {Short(own.Base)}, and this one begins at {(input.Change.Base is { } start ? Short(start) : "nothing")}";
    }

    private static string Short(string commit) => commit[..Math.Min(7, commit.Length)];

    /// <summary>A file of production code or of tests that the change edits; null where there is none.</summary>
    private static string? Edited(MeasureInput input)
    {
        var known = input.Files.Concat(input.Gone).Where(file => file.Role is FileRole.Production or FileRole.Test).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return input.Change.Files.SelectMany(file => file.OldPath is { } old ? [file.Path, old] : new[] { file.Path }).FirstOrDefault(known.Contains);
    }
}
