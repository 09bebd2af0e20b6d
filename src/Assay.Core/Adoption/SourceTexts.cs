using System.Collections.Concurrent;
using System.Text;
using Assay.Core.Changes;

namespace Assay.Core.Adoption;

/// <summary>The files of a tree as <see cref="SourceUnits"/>, each read once, when first asked for.</summary>
internal sealed class SourceTexts(IFileTree tree)
{
    private readonly ConcurrentDictionary<string, SourceUnits?> units = new(StringComparer.Ordinal);

    /// <summary>Null for a file that is not there.</summary>
    public SourceUnits? Of(string path) => units.GetOrAdd(path, static (path, tree) =>
        path.Length > 0 && tree.Read(path) is { } bytes ? SourceUnits.Of(path, Encoding.UTF8.GetString(bytes)) : null, tree);
}
