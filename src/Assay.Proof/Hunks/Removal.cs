using System.Collections.Immutable;
using System.Text;
using Assay.Core.Sources;

namespace Assay.Proof.Hunks;

/// <summary>Some pieces taken back, and what can be told of that without running anything.</summary>
/// <param name="Edits">New content of files; null where the file goes.</param>
/// <param name="Names">Words of the lines that go or come back.</param>
/// <param name="Vanished">Those of the lines that go that no changed production file holds any more: whatever still names them is a test.</param>
/// <param name="Missing">What a module lacks then: names that were declared or exported and are no more, and the names of files that go, without ending.</param>
/// <param name="Broken">Why it cannot run: brackets without partner, or a name that is used and no more declared; null where nothing is known against it.</param>
internal sealed record Removal(ImmutableDictionary<string, byte[]?> Edits, ImmutableHashSet<string> Names, ImmutableHashSet<string> Vanished, ImmutableHashSet<string> Missing, string? Broken)
{
    public static Removal Of(ImmutableArray<ChangedSource> sources, ImmutableArray<HunkPiece> all, ImmutableSortedSet<int> set)
    {
        var edits = HunkReversal.Of(sources, all, set);
        var lines = set.Select(index => all[index]).Select(piece => (Source: sources.First(source => source.File.Path == piece.File), Piece: piece)).ToList();
        var gone = lines.Select(line => line.Source.Head.Text(line.Piece.Taken)).ToList();
        var left = sources.ToDictionary(source => source.File.Path, source => edits.TryGetValue(source.File.Path, out var content) ? Text(content) : Text(source.Head));
        var remaining = Words.Of(left.Values);
        var vanished = Words.Of(gone).Except(remaining);
        var files = edits.Where(edit => edit.Value is null).Select(edit => Path.GetFileNameWithoutExtension(edit.Key));
        return new(edits, Words.Of([.. gone, .. lines.Select(line => line.Source.Base.Text(line.Piece.Returning))]), vanished,
            [.. gone.SelectMany(Words.Exported).Except(left.Values.SelectMany(Words.Exported)), .. files], Unbalanced(sources, edits) ?? Undeclared(lines, left));
    }

    private static string? Unbalanced(ImmutableArray<ChangedSource> sources, ImmutableDictionary<string, byte[]?> edits)
    {
        foreach (var source in sources)
        {
            if (source.Language is not { } language || !edits.TryGetValue(source.File.Path, out var content) || content is null) continue;
            if (SourceBrackets.AreBalanced(language, Text(source.Head)) && !SourceBrackets.AreBalanced(language, Text(content)))
                return $"{source.File.Path} has a bracket without its partner";
        }
        return null;
    }

    /// <summary>
    /// No compiler says it in JavaScript and Python, and a test that stumbles over a name that is not there asked for nothing: what uses the name has to go with it.
    /// </summary>
    private static string? Undeclared(IEnumerable<(ChangedSource Source, HunkPiece Piece)> lines, Dictionary<string, string> left)
    {
        foreach (var (source, piece) in lines.Where(line => line.Source.Language is Language.JavaScript or Language.TypeScript or Language.Python))
        {
            var text = left[source.File.Path];
            var used = Words.Of([text]);
            var declared = Words.Declared(text).ToHashSet(StringComparer.Ordinal);
            var before = Words.Of([Text(source.Base)]);
            if (Words.Declared(source.Head.Text(piece.Taken)).FirstOrDefault(name => used.Contains(name) && !declared.Contains(name) && !before.Contains(name)) is { } missing)
                return $"{missing} is used and no more declared";
        }
        return null;
    }

    private static string Text(ByteLines lines) => lines.Text(new LineRange(0, lines.Count));

    private static string Text(byte[]? content) => content is null ? "" : Encoding.UTF8.GetString(content);
}
