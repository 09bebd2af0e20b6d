using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Core.Facts;

/// <summary>The one registry of fact names, a file for each area. A standard may demand these and no others.</summary>
public static partial class FactCatalog
{
    private const string Readers = "readers for more formats";
    private const string Records = "sessions and signed approvals";

    /// <summary>Every fact, area by area.</summary>
    public static ImmutableArray<FactDefinition> All { get; } =
        [.. Testing, .. Security, .. Performance, .. Quality, .. Documentation, .. Operations, .. Features, .. Prediction];

    private static readonly FrozenDictionary<string, FactDefinition> ByName = All.ToFrozenDictionary(fact => fact.Name);

    /// <summary>The definition of a fact; null where the name is unknown.</summary>
    public static FactDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
