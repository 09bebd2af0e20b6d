using System.Collections.Immutable;

namespace Assay.Proof.Hunks;

/// <summary>Which piece most likely has to go with others, so that what is left builds.</summary>
internal sealed class HunkRelations
{
    private readonly ImmutableArray<HunkPiece> pieces;
    private readonly ImmutableArray<ImmutableHashSet<string>> words;

    public HunkRelations(ImmutableArray<ChangedSource> sources, ImmutableArray<HunkPiece> pieces)
    {
        this.pieces = pieces;
        var byPath = sources.ToDictionary(source => source.File.Path, StringComparer.Ordinal);
        var before = Words.Of(sources.Select(source => source.Base.Text(new LineRange(0, source.Base.Count))));
        var after = Words.Of(sources.Select(source => source.Head.Text(new LineRange(0, source.Head.Count))));
        // Words on both sides of the change, such as keywords, tie nothing to anything.
        words =
        [
            .. pieces.Select(piece => Words.Of([byPath[piece.File].Head.Text(piece.Taken)]).Except(before)
                .Union(Words.Of([byPath[piece.File].Base.Text(piece.Returning)]).Except(after))),
        ];
    }

    /// <summary>The piece to add next; null where all are in.</summary>
    /// <param name="errors">What was said where the set alone was taken back.</param>
    public int? Next(ImmutableSortedSet<int> set, ImmutableArray<string> errors)
    {
        var missed = Words.Of(errors);
        var own = set.Aggregate(ImmutableHashSet<string>.Empty, (all, index) => all.Union(words[index]));
        return pieces.Where(piece => !set.Contains(piece.Index)).OrderByDescending(Score).ThenBy(Distance).ThenBy(piece => piece.Index).Select(piece => (int?)piece.Index).FirstOrDefault();

        int Score(HunkPiece piece) =>
            (1000 * words[piece.Index].Count(missed.Contains)) + (10 * words[piece.Index].Count(own.Contains))
            + (errors.Any(error => error.StartsWith(piece.File, StringComparison.Ordinal)) ? 8 : 0) + (set.Any(index => pieces[index].File == piece.File) ? 5 : 0);

        int Distance(HunkPiece piece) => set.Min(index => Math.Abs(index - piece.Index));
    }
}
