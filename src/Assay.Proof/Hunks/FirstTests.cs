using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Sources;

namespace Assay.Proof.Hunks;

/// <summary>
/// Which tests are asked first whether they fail without some pieces: of those that fail without the whole change, those of the file that speaks most of what stands around
/// the pieces. Only a guess where to look: a piece is not held before all tests were asked.
/// </summary>
/// <param name="proven">Tests that fail without the whole change.</param>
/// <param name="texts">Test files at head.</param>
internal sealed class FirstTests(ImmutableArray<ChangedSource> sources, ImmutableArray<HunkPiece> pieces, ImmutableArray<TestCase> proven, ImmutableDictionary<string, Lazy<string>> texts)
{
    private readonly Lazy<ImmutableArray<(ImmutableArray<TestCase> Tests, ImmutableHashSet<string> Words)>> files = new(() =>
        [.. proven.GroupBy(test => test.File).Select(file => (Tests: file.ToImmutableArray(), Words: file.Key is { } path && texts.TryGetValue(path, out var text) ? Words.Of([text.Value]) : []))]);

    /// <summary>Empty where none is known.</summary>
    public ImmutableArray<TestCase> Of(ImmutableSortedSet<int> set)
    {
        var words = Words.Of(set.Select(index => Around(pieces[index])));
        // A word that few of the files hold says more.
        var weights = words.ToDictionary(word => word, word => files.Value.Count(file => file.Words.Contains(word)), StringComparer.Ordinal);
        var best = files.Value.Select(file => (file.Tests, Score: words.Where(file.Words.Contains).Sum(word => 1.0 / weights[word]))).OrderByDescending(file => file.Score).ToList();
        return best is [{ Score: > 0 } first, var second, ..] && first.Score > second.Score ? first.Tests : proven;
    }

    /// <summary>The function that holds a piece, with the line above its body; the lines themselves outside of functions.</summary>
    private string Around(HunkPiece piece)
    {
        var source = sources.First(source => source.File.Path == piece.File);
        var first = Math.Max(1, piece.FirstLine);
        var lines = source.Outline?.BodyOf(first) ?? new LineSpan(first, Math.Max(first, piece.LastLine));
        var start = Math.Max(0, lines.First - 2);
        return source.Head.Text(new LineRange(start, Math.Max(0, Math.Min(lines.Last, source.Head.Count) - start))) + source.Base.Text(piece.Returning);
    }
}
