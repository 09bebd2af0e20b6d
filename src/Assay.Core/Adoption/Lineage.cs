using Assay.Core.Changes;

namespace Assay.Core.Adoption;

/// <summary>Where a line that is judged stood when the debt was agreed. What was added or edited since then stood nowhere.</summary>
public sealed class Lineage
{
    private readonly Dictionary<string, ChangedFile> changed;
    private readonly MovedCode moved;

    private Lineage(IReadOnlyList<ChangedFile> changes, SourceTexts agreed, SourceTexts judged)
    {
        (Agreed, Judged) = (agreed, judged);
        changed = changes.Where(file => file.Kind != ChangeKind.Deleted).ToDictionary(file => file.Path, StringComparer.Ordinal);
        moved = MovedCode.In(changes, agreed, judged);
    }

    internal SourceTexts Agreed { get; }

    internal SourceTexts Judged { get; }

    /// <summary>The debt was agreed for the very tree that is judged.</summary>
    public static Lineage Same(IFileTree tree)
    {
        var texts = new SourceTexts(tree);
        return new([], texts, texts);
    }

    /// <param name="changes">Everything between the two trees.</param>
    /// <param name="agreed">The tree in which the baseline was last written.</param>
    /// <param name="judged">The tree that is judged.</param>
    public static Lineage Of(IReadOnlyList<ChangedFile> changes, IFileTree agreed, IFileTree judged) => new(changes, new(agreed), new(judged));

    /// <summary>What the file was called; null for one that is new.</summary>
    internal string? Origin(string file) =>
        !changed.TryGetValue(file, out var change) ? file : change.Kind == ChangeKind.Added ? null : change.OldPath ?? file;

    /// <summary>Where the line stood; null for one that is new.</summary>
    internal (string File, int Line)? Origin(string file, int line)
    {
        if (!changed.TryGetValue(file, out var change)) return (file, line);
        if (change.Kind == ChangeKind.Added || IsAdded(change, line)) return moved.Origin(file, line);
        return (change.OldPath ?? file, line + Shift(change, line));
    }

    private static bool IsAdded(ChangedFile change, int line) => change.Hunks.Any(hunk => hunk.NewStart <= line && line < hunk.NewStart + hunk.Added.Length);

    /// <summary>A hunk that only removes stands after the line that it names.</summary>
    private static int Shift(ChangedFile change, int line) => change.Hunks
        .Where(hunk => hunk.Added.Length == 0 ? hunk.NewStart < line : hunk.NewStart + hunk.Added.Length <= line)
        .Sum(hunk => hunk.Removed.Length - hunk.Added.Length);
}
