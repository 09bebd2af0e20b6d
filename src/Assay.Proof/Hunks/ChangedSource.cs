using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Sources;

namespace Assay.Proof.Hunks;

/// <summary>A changed production file with its content on both sides.</summary>
internal sealed class ChangedSource(ChangedFile file, byte[]? atBase, byte[]? atHead)
{
    public ChangedFile File => file;

    public Language? Language { get; } = Languages.OfPath(file.Path);

    public ByteLines Base { get; } = new(atBase);

    public ByteLines Head { get; } = new(atHead);

    /// <summary>Its outline at head; null where it has none, or where git and a compiler count its lines differently.</summary>
    public SourceOutline? Outline { get; } = OutlineOf(file, atHead);

    public static ImmutableArray<ChangedSource> Of(IEnumerable<ChangedFile> files, IFileTree atBase, IFileTree atHead) =>
    [
        .. files.Where(file => !file.Hunks.IsEmpty).Select(file => new ChangedSource(file,
            file.Kind == ChangeKind.Added ? null : atBase.Read(file.OldPath ?? file.Path), file.Kind == ChangeKind.Deleted ? null : atHead.Read(file.Path))),
    ];

    private static SourceOutline? OutlineOf(ChangedFile file, byte[]? content)
    {
        if (content is null || Languages.OfPath(file.Path) is not { } language) return null;
        var text = Encoding.UTF8.GetString(content);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r') ? null : SourceOutline.Of(language, text);
    }
}
