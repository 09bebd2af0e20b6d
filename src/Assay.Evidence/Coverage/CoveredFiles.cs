using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Evidence.Coverage;

/// <summary>The files of one coverage report, in the order in which it names them first.</summary>
internal sealed class CoveredFiles
{
    private readonly OrderedDictionary<string, LineMerge> files = new(StringComparer.Ordinal);

    /// <summary>The lines of this file; the same object wherever the report comes back to it.</summary>
    public LineMerge Of(string path)
    {
        if (!files.TryGetValue(path, out var lines))
            files.Add(path, lines = new());
        return lines;
    }

    /// <summary>What the report shows.</summary>
    public ImmutableArray<Observation> ToObservations(ImmutableArray<string> roots) =>
        [.. files.Select(file => (Observation)new FileCoverage(file.Key, roots, file.Value.ToLines()))];
}
