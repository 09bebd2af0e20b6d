using System.Collections.Immutable;
using Assay.Core.Observations;
using static Assay.Core.Observations.StrideCategory;

namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>
/// Which categories are asked of which part of a data flow diagram: STRIDE-per-element, as A. Shostack, "Threat Modeling: Designing for Security" (2014), chapter 3,
/// has it: a store's repudiation included, which the chapter asks of logs and whose answer for any other store is one line under <c>no_threat</c>.
/// </summary>
internal static class StridePerElement
{
    private static readonly ImmutableArray<StrideCategory> OfExternal = [Spoofing, Repudiation];
    private static readonly ImmutableArray<StrideCategory> OfProcess = [Spoofing, Tampering, Repudiation, InformationDisclosure, DenialOfService, ElevationOfPrivilege];
    private static readonly ImmutableArray<StrideCategory> OfStore = [Tampering, Repudiation, InformationDisclosure, DenialOfService];

    /// <summary>Of data on its way.</summary>
    public static ImmutableArray<StrideCategory> OfFlow { get; } = [Tampering, InformationDisclosure, DenialOfService];

    /// <summary>Of an element.</summary>
    public static ImmutableArray<StrideCategory> Of(ElementKind kind) => kind switch
    {
        ElementKind.External => OfExternal,
        ElementKind.Store => OfStore,
        _ => OfProcess,
    };
}
