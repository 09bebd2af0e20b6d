using System.Collections.Concurrent;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Sources;

namespace Assay.Core.Adoption;

/// <summary>The files of a tree as <see cref="SourceUnits"/>, each read once, when first asked for.</summary>
internal sealed class SourceTexts(IFileTree tree)
{
    private readonly ConcurrentDictionary<string, SourceUnits?> units = new(StringComparer.Ordinal);

    /// <summary>Null for a file that is not there, and for one whose lines git and compilers count differently: nobody can say what became of a line of it.</summary>
    public SourceUnits? Of(string path) => units.GetOrAdd(path, static (path, tree) =>
        path.Length > 0 && tree.Read(path) is { } bytes && LineEnds.AreAgreed(bytes) ? SourceUnits.Of(path, Encoding.UTF8.GetString(bytes)) : null, tree);
}
