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
            ? SourceOutline.Of(language, Encoding.UTF8.GetString(bytes))
            : null, tree);

    /// <summary>The source's lines as text, for languages without an outline.</summary>
    public string[] Lines(string path) => tree.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
}
