using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Proof.Hunks;

/// <summary>Files at head with some pieces taken back, byte for byte. Pure.</summary>
internal static class HunkReversal
{
    /// <param name="all">All pieces of the component: where all those of a hunk go, the hunk goes whole.</param>
    /// <param name="set">Indexes of the pieces that are taken back.</param>
    /// <returns>New content by path; null where the file goes.</returns>
    public static ImmutableDictionary<string, byte[]?> Of(ImmutableArray<ChangedSource> sources, ImmutableArray<HunkPiece> all, ImmutableSortedSet<int> set)
    {
        var edits = ImmutableDictionary.CreateBuilder<string, byte[]?>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var pieces = all.Where(piece => piece.File == source.File.Path).ToList();
            if (!pieces.Exists(piece => set.Contains(piece.Index))) continue;
            edits[source.File.Path] = source.File.Kind == ChangeKind.Added && pieces.TrueForAll(piece => set.Contains(piece.Index)) ? null : Content(source, pieces, set);
        }
        return edits.ToImmutable();
    }

    private static byte[] Content(ChangedSource source, List<HunkPiece> pieces, ImmutableSortedSet<int> set)
    {
        var content = new MemoryStream();
        var at = 0;
        foreach (var (taken, returning) in Edits(source.File, pieces, set))
        {
            content.Write(source.Head.Bytes(new(at, taken.Start - at)));
            content.Write(source.Base.Bytes(returning));
            at = taken.End;
        }
        content.Write(source.Head.Bytes(new(at, source.Head.Count - at)));
        return content.ToArray();
    }

    private static IEnumerable<(LineRange Taken, LineRange Returning)> Edits(ChangedFile file, List<HunkPiece> pieces, ImmutableSortedSet<int> set)
    {
        foreach (var group in pieces.GroupBy(piece => piece.Hunk))
        {
            var hunk = file.Hunks[group.Key];
            if (group.All(piece => set.Contains(piece.Index)))
            {
                yield return (LineRange.OfGit(hunk.NewStart, hunk.Added.Length), LineRange.OfGit(hunk.OldStart, hunk.Removed.Length));
                continue;
            }
            foreach (var piece in group.Where(piece => set.Contains(piece.Index))) yield return (piece.Taken, piece.Returning);
        }
    }
}
