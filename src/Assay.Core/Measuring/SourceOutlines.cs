using Assay.Core.Changes;
using Assay.Core.Sources;
using System.Collections.Concurrent;
using System.Text;

namespace Assay.Core.Measuring;

/// <summary>Outlines of the sources of a tree, each made once, when first asked for.</summary>
public sealed class SourceOutlines(IFileTree tree)
{
    private readonly ConcurrentDictionary<string, SourceOutline?> _outlines = new();

    /// <summary>The outline; null for a language that has none, or a file that is not there.</summary>
    public SourceOutline? Of(string path) => _outlines.GetOrAdd(path, static (path, tree) =>
        Languages.OfPath(path) is { } language && tree.Read(path) is { } bytes
            ? SourceOutline.Of(language, Text(bytes))
            : null, tree);

    /// <summary>The source as text; null where it is not there.</summary>
    public string? Content(string path) => tree.Read(path) is { } bytes ? Text(bytes) : null;

    /// <summary>The source's lines as text, for languages without an outline.</summary>
    public string[] Lines(string path) => tree.Read(path) is { } bytes ? Text(bytes).Split('\n') : [];

    /// <summary>Whether git and the tools count the same lines in it.</summary>
    public bool LinesAreAgreed(string path) => tree.Read(path) is { } bytes && LineEnds.AreAgreed(bytes);

    /// <summary>Compilers heed a byte order mark; read as UTF-8, source in UTF-16 would hold no word and so no code.</summary>
    private static string Text(byte[] bytes) => (bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    }).GetString(bytes);
}
