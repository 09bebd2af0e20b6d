using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Every kind of error that Assay can report; one file an area, codes by hundreds.</summary>
public static class ErrorCatalog
{
    /// <summary>All kinds, by code.</summary>
    public static ImmutableArray<ErrorKind> All { get; } =
    [
        .. UsageErrors.All, .. StandardErrors.All, .. ConfigurationErrors.All, .. GitErrors.All,
        .. EvidenceErrors.All, .. CollectionErrors.All, .. SystemErrors.All, .. ProofErrors.All, .. AdoptionErrors.All,
    ];

    /// <summary>The kind with this code, whatever its case; null where there is none.</summary>
    public static ErrorKind? Find(string code) =>
        All.FirstOrDefault(kind => kind.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
