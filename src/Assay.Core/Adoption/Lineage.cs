using Assay.Core.Changes;
using Assay.Core.Sources;

namespace Assay.Core.Adoption;

/// <summary>Where a line that is judged stood when the debt was agreed. What was added or edited since then stood nowhere.</summary>
public sealed class Lineage
{
    private readonly Dictionary<string, ChangedFile> changed;
    private readonly MovedCode moved;
    private readonly Lazy<Lineage>? earlier;

    private Lineage(IReadOnlyList<ChangedFile> changes, SourceTexts agreed, SourceTexts judged, Lazy<Lineage>? earlier)
    {
        (Agreed, Judged, this.earlier) = (agreed, judged, earlier);
        changed = changes.Where(file => file.Kind != ChangeKind.Deleted).ToDictionary(file => file.Path, StringComparer.Ordinal);
        moved = MovedCode.In(changes, agreed, judged);
    }

    internal SourceTexts Agreed { get; }

    internal SourceTexts Judged { get; }

    /// <summary>The debt was agreed for the very tree that is judged.</summary>
    /// <param name="earlier">From that tree to the one for which the baseline was written before; null where it was not.</param>
    public static Lineage Same(IFileTree tree, Lazy<Lineage>? earlier = null)
    {
        var texts = new SourceTexts(tree);
        return new([], texts, texts, earlier);
    }

    /// <param name="changes">Everything between the two trees.</param>
    /// <param name="agreed">The tree in which the baseline was last written.</param>
    /// <param name="judged">The tree that is judged.</param>
    /// <param name="earlier">From the agreed tree to the one for which the baseline was written before; null where it was not. Debt is as old as the first of them.</param>
    public static Lineage Of(IReadOnlyList<ChangedFile> changes, IFileTree agreed, IFileTree judged, Lazy<Lineage>? earlier = null) => new(changes, new(agreed), new(judged), earlier);

    /// <summary>What the file was called; null for one that is new.</summary>
    internal string? Origin(string file) => Last(file) is { } was && (earlier is null || earlier.Value.Origin(was) is not null) ? was : null;

    /// <summary>Where the line stood; null for one that is new, or was when the baseline was first written.</summary>
    internal (string File, int Line)? Origin(string file, int line) =>
        Last(file, line) is { } was && (earlier is null || earlier.Value.Origin(was.File, was.Line) is not null) ? was : null;

    /// <summary>Whether what counts against a fact could have counted when the debt was agreed.</summary>
    internal bool WasThere(Location item) => item.Line is { } line && Languages.OfPath(item.File) is not null ? Origin(item.File, line) is not null : Origin(item.File) is not null;

    private string? Last(string file) => !changed.TryGetValue(file, out var change) ? file : change.Kind == ChangeKind.Added ? null : change.OldPath ?? file;

    private (string File, int Line)? Last(string file, int line)
    {
        if (!changed.TryGetValue(file, out var change)) return (file, line);
        if (Judged.Of(file) is null) return null;
        if (change.Kind == ChangeKind.Added || IsAdded(change, line)) return moved.Origin(file, line);
        return (change.OldPath ?? file, line + Shift(change, line));
    }

    private static bool IsAdded(ChangedFile change, int line) => change.Hunks.Any(hunk => hunk.NewStart <= line && line < hunk.NewStart + hunk.Added.Length);

    /// <summary>A hunk that only removes stands after the line that it names.</summary>
    private static int Shift(ChangedFile change, int line) => change.Hunks
        .Where(hunk => hunk.Added.Length == 0 ? hunk.NewStart < line : hunk.NewStart + hunk.Added.Length <= line)
        .Sum(hunk => hunk.Removed.Length - hunk.Added.Length);
}
