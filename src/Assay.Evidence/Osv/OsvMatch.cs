using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core.Packages;

namespace Assay.Evidence.Osv;

/// <summary>Whether an advisory concerns a version of a package: OSV's evaluation. A version that cannot be placed counts as concerned.</summary>
public static class OsvMatch
{
    /// <summary>What is known of the package; null where the advisory does not concern it.</summary>
    public static Vulnerability? Of(OsvAdvisory advisory, string source, string ecosystem, string name, string? version)
    {
        if (advisory.Withdrawn)
        {
            return null;
        }
        var normal = Ecosystems.Normal(ecosystem, name);
        ImmutableArray<OsvAffected> named = [.. advisory.Affected.Where(each => each.Ecosystem == ecosystem && Ecosystems.Normal(ecosystem, each.Name) == normal)];
        ImmutableArray<OsvAffected> concerned = [.. named.Where(each => version is null || Affects(each, version))];
        if (concerned.IsEmpty)
        {
            return null;
        }
        var own = concerned.Max(each => each.Severity);
        return new Vulnerability(source, ecosystem, name, version, advisory.Id, advisory.Aliases, own != VulnerabilitySeverity.Unknown ? own : advisory.Severity,
            version is null ? null : FixedIn(concerned, version)) { Published = advisory.Published };
    }

    internal static bool Affects(OsvAffected package, string version)
    {
        if (package.Versions.Any(listed => listed == version || OsvVersions.Compare(package.Ecosystem, "ECOSYSTEM", listed, version) == 0))
        {
            return true;
        }
        ImmutableArray<OsvRange> ranges = [.. package.Ranges.Where(range => range.Type != "GIT")];
        return ranges.IsEmpty ? package.Versions.IsEmpty : ranges.Any(range => IsIn(package.Ecosystem, range, version));
    }

    private static bool IsIn(string ecosystem, OsvRange range, string version)
    {
        if (!OsvRangeEvents.TrySort(ecosystem, range, out var events))
        {
            return true; // an edge that cannot be placed
        }
        var concerned = false;
        foreach (var edge in events)
        {
            if (edge.Version == "0" && edge.Kind == "introduced")
            {
                concerned = true;
                continue;
            }
            if (OsvVersions.Compare(ecosystem, range.Type, version, edge.Version) is not { } order)
            {
                return true;
            }
            concerned = edge.Kind switch
            {
                "introduced" when order >= 0 => true,
                "fixed" when order >= 0 => false,
                "last_affected" when order > 0 => false,
                _ => concerned,
            };
        }
        return concerned;
    }

    /// <summary>The lowest version above it that mends it in a range that it lies in.</summary>
    private static string? FixedIn(ImmutableArray<OsvAffected> concerned, string version)
    {
        string? lowest = null;
        foreach (var package in concerned)
        {
            foreach (var range in package.Ranges.Where(range => range.Type != "GIT" && IsIn(package.Ecosystem, range, version)))
            {
                foreach (var edge in range.Events.Where(edge => edge.Kind == "fixed" && OsvVersions.Compare(package.Ecosystem, range.Type, edge.Version, version) > 0))
                {
                    lowest = lowest is null || OsvVersions.Compare(package.Ecosystem, range.Type, edge.Version, lowest) < 0 ? edge.Version : lowest;
                }
            }
        }
        return lowest;
    }
}
