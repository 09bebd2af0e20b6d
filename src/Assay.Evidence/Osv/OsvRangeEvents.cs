using System.Collections.Immutable;

namespace Assay.Evidence.Osv;

/// <summary>The edges of a range in the order of their versions; advisories need not list them so.</summary>
internal static class OsvRangeEvents
{
    /// <summary>False where two of them cannot be compared.</summary>
    internal static bool TrySort(string ecosystem, OsvRange range, out ImmutableArray<OsvEvent> sorted)
    {
        var comparable = true;
        int Compare(OsvEvent left, OsvEvent right)
        {
            if (left.Version == "0" || right.Version == "0")
            {
                return (right.Version == "0").CompareTo(left.Version == "0");
            }
            var order = OsvVersions.Compare(ecosystem, range.Type, left.Version, right.Version);
            comparable &= order is not null;
            return order ?? 0;
        }

        // At the same version what ends a range stands before what begins one: a version that was introduced anew is concerned.
        sorted = [.. range.Events.OrderBy(edge => edge, Comparer<OsvEvent>.Create(Compare)).ThenBy(edge => edge.Kind == "introduced" ? 1 : 0)];
        return comparable;
    }
}
