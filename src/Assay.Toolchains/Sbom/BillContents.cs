using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>Packages that are locked or restored, and what keeps the list from being whole.</summary>
internal sealed record BillContents(ImmutableArray<BillPackage> Packages, ImmutableArray<AssayError> Problems)
{
    internal static BillContents None { get; } = new([], []);

    internal static BillContents Of(IEnumerable<BillPackage> packages) => new([.. packages], []);

    internal static BillContents Failed(AssayError problem) => new([], [problem]);

    internal static BillContents All(IEnumerable<BillContents> parts)
    {
        ImmutableArray<BillContents> each = [.. parts];
        return new([.. each.SelectMany(part => part.Packages)], [.. each.SelectMany(part => part.Problems)]);
    }

    /// <summary>A file that should name packages and does not.</summary>
    internal static BillContents Unknown(string what, string file, string nextStep) => Failed(new AssayError(CollectionErrors.ToolProducedNothing, what, file, NextStep: nextStep));
}
