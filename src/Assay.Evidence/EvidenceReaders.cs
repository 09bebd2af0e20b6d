using System.Collections.Immutable;
using Assay.Evidence.CycloneDx;
using Assay.Evidence.Requirements;
using Assay.Evidence.Sarif;

namespace Assay.Evidence;

/// <summary>Every reader there is, named one by one because the executable has no reflection; a test shows that none is missing.</summary>
public static class EvidenceReaders
{
    /// <summary>All readers, by format.</summary>
    public static ImmutableArray<IEvidenceReader> All { get; } =
    [
        new CycloneDxReader(), new RequirementsReader(), new SarifReader(),
    ];
}
