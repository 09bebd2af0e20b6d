using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>Whether each hunk that git shows is held by a test. One that no record speaks of is not.</summary>
internal static class HunkFacts
{
    /// <param name="hunks">Every production hunk of the change, as Assay itself sees it.</param>
    /// <param name="isProduction">Whether Assay itself takes a path for production code.</param>
    public static void Add(FactDraft draft, List<ProductionHunk> hunks, Func<string, bool> isProduction, List<(RedGreenProof Observation, EvidenceItem Item)> proofs, string none, string prove, Quarantine quarantine)
    {
        const string name = FactNames.ProofHunksHeld;
        var asked = proofs.Where(proof => proof.Observation.Hunks is not null).ToList();
        var told = asked.SelectMany(proof => proof.Observation.Hunks!.Value)
            .Select(hunk => hunk is { Held: true, By: { } by } && quarantine.Mutes(by) ? hunk with { Held = false, Reason = $"only {by}, which is in quarantine, is known to fail without it" } : hunk).ToImmutableArray();
        // What only the record calls production code (a prompt, a template) counts by what the record says.
        var further = told.Where(hunk => !isProduction(hunk.File)).ToList();
        if (hunks.Count + further.Count == 0)
        {
            draft.Empty(name, none);
            return;
        }
        if (asked.Count == 0)
        {
            draft.Missing(name, "the record does not say which hunks of the change a test holds", prove);
            return;
        }
        var loose = hunks.Select(hunk => (Place: Place(hunk.File, hunk.FirstLine, hunk.LastLine), Why: Why(hunk, told))).Where(hunk => hunk.Why is not null)
            .Concat(further.Where(hunk => !hunk.Held).Select(hunk => (Place: Place(hunk.File, hunk.FirstLine, hunk.LastLine), Why: (string?)(hunk.Reason ?? NoTest)))).ToList();
        var total = hunks.Count + further.Count;
        draft.Measured(name, Quantity.Percent(total - loose.Count, total), asked.Select(proof => proof.Item.Digest), $"of {total} {(total == 1 ? "hunk" : "hunks")}",
            locations: loose.Select(hunk => hunk.Place with { Note = hunk.Why }));
    }

    private const string NoTest = "no test fails without it";

    /// <summary>Why the hunk is not held; null where everything that was recorded of its lines is held, and that is all of them.</summary>
    private static string? Why(ProductionHunk hunk, ImmutableArray<HunkProof> told)
    {
        var own = told.Where(one => one.File == hunk.File && (hunk.LastLine < hunk.FirstLine || one.LastLine < one.FirstLine
            ? one.FirstLine == hunk.FirstLine && one.LastLine == hunk.LastLine
            : one.FirstLine <= hunk.LastLine && one.LastLine >= hunk.FirstLine)).ToList();
        if (own.Find(one => !one.Held) is { } loose) return loose.Reason ?? NoTest;
        if (own.Count == 0) return "the record does not speak of it";
        for (var line = hunk.FirstLine; line <= hunk.LastLine; line++)
            if (!own.Exists(one => one.FirstLine <= line && one.LastLine >= line)) return $"the record does not speak of line {line}";
        return null;
    }

    private static Location Place(string file, int first, int last) => new(file, first, last > first ? last : null);
}
