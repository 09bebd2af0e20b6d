using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>Collects one component's facts while they are measured.</summary>
/// <param name="itemised">Keep everything that counts against a fact, one by one.</param>
internal sealed class FactDraft(string component, bool itemised)
{
    public List<Fact> Facts { get; } = [];

    public void Measured(
        string name, Quantity value, IEnumerable<string> sources, string? detail = null, string? reason = null, IEnumerable<Location>? locations = null,
        string? remedy = null, Quantity? own = null, IEnumerable<Location>? items = null, DateTimeOffset? inherited = null)
    {
        locations ??= [];
        if (itemised && items is null) locations = [.. locations];
        Facts.Add(new Fact(name, component, FactState.Measured, value, detail, reason, remedy, Own: own,
            Locations: [.. locations.Take(MostLocations)], Sources: [.. sources.Distinct().Order(StringComparer.Ordinal)])
        {
            Items = itemised ? [.. items ?? locations] : [],
            InheritedSince = inherited,
        });
    }

    public void Empty(string name, string reason) => Facts.Add(new Fact(name, component, FactState.Empty, Reason: reason));

    public void Missing(string name, string reason, string? remedy = null) =>
        Facts.Add(new Fact(name, component, FactState.Missing, Reason: reason, Remedy: remedy));

    public void Error(string name, string reason, string? remedy = null, IEnumerable<string>? sources = null, IEnumerable<Location>? locations = null) =>
        Facts.Add(new Fact(name, component, FactState.Error, Reason: reason, Remedy: remedy, Locations: [.. (locations ?? []).Take(MostLocations)], Sources: [.. (sources ?? []).Distinct()]));

    /// <summary>A fact keeps this many places; what is beyond is in its value.</summary>
    private const int MostLocations = 200;
}
