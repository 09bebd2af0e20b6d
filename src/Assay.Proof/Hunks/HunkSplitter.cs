using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Core.Sources;

namespace Assay.Proof.Hunks;

/// <summary>The hunks of a component's production files → what is taken back, piece by piece, in the order of the change. Pure.</summary>
internal static class HunkSplitter
{
    public static ImmutableArray<HunkPiece> Split(ImmutableArray<ChangedSource> sources, IFileTree atBase, IFileTree atHead)
    {
        var counted = ProductionHunks.Of(sources.Select(source => source.File), _ => true, atHead, atBase).Select(hunk => hunk.Hunk).ToHashSet(ReferenceEqualityComparer.Instance);
        var pieces = ImmutableArray.CreateBuilder<HunkPiece>();
        foreach (var source in sources)
        {
            for (var at = 0; at < source.File.Hunks.Length; at++) Add(source, at, counted.Contains(source.File.Hunks[at]));
        }
        return pieces.ToImmutable();

        void Add(ChangedSource source, int at, bool counts)
        {
            var hunk = source.File.Hunks[at];
            var returning = LineRange.OfGit(hunk.OldStart, hunk.Removed.Length);
            if (hunk.Added.IsEmpty || source.Outline is null || source.Language is not { } language)
            {
                var shown = ProductionHunks.Of(source.File.Path, hunk);
                pieces.Add(new(pieces.Count, source.File.Path, at, LineRange.OfGit(hunk.NewStart, hunk.Added.Length), returning, shown.FirstLine, shown.LastLine, counts));
                return;
            }
            foreach (var part in AddedMembers.Of(language, source.Outline, source.Head, new LineSpan(hunk.NewStart, hunk.NewStart + hunk.Added.Length - 1)))
            {
                var taken = new LineRange(part.Taken.First - 1, part.Taken.Last - part.Taken.First + 1);
                pieces.Add(new(pieces.Count, source.File.Path, at, taken, returning, part.Shown.First, part.Shown.Last, counts));
                returning = returning with { Count = 0 }; // what was there before comes back once
            }
        }
    }
}
