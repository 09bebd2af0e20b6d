using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Security.Segmentation;

/// <summary>What is missing between card data and the rest: boundaries on its way that no network policy of the tree holds.</summary>
internal static class SegmentationGaps
{
    public static IEnumerable<Location> Of(ThreatModel model, EvidenceItem item, ILookup<string, NetworkPolicy> policies)
    {
        var card = model.Assets.Where(asset => asset.Classification == AssetClassification.Cardholder).Select(asset => asset.Id).ToHashSet(StringComparer.Ordinal);
        if (card.Count == 0) yield break;
        var crossed = model.Flows.Where(flow => flow.Carries.Any(card.Contains)).SelectMany(flow => flow.Crosses).ToHashSet(StringComparer.Ordinal);
        if (crossed.Count == 0)
        {
            yield return new Location(item.Path, model.Assets.First(asset => card.Contains(asset.Id)).Line, Note: $"no flow that carries {string.Join(", ", card)} crosses a boundary, so nothing separates it");
        }
        foreach (var boundary in model.Boundaries.Where(boundary => crossed.Contains(boundary.Id)))
            foreach (var what in Of(boundary, policies)) yield return new Location(item.Path, boundary.Line, Note: $"{boundary.Id}: {what}");
    }

    private static IEnumerable<string> Of(TrustBoundary boundary, ILookup<string, NetworkPolicy> policies)
    {
        if (boundary.NetworkPolicies.IsEmpty) yield return "names no network policy, and card data crosses it";
        foreach (var name in boundary.NetworkPolicies.Where(name => !policies.Contains(name))) yield return $"there is no NetworkPolicy {name}";
        var there = boundary.NetworkPolicies.Where(policies.Contains).ToList();
        // Of two policies with one name in two places, the laxer counts.
        if (there.Count > 0 && !there.Exists(name => policies[name].All(policy => policy.Restricts))) yield return $"{string.Join(", ", there)} lets everything through";
    }
}
