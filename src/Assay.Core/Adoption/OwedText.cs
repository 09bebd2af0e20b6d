using System.Globalization;

namespace Assay.Core.Adoption;

/// <summary>Debt in a few words: how much, since when, whether it falls, and until when.</summary>
public static class OwedText
{
    /// <summary>E.g. <c>212 owed, 412 on 2026-11-23, 200 fewer; at most 206 after 2027-05-25, none after 2027-11-23</c>.</summary>
    public static string Of(OwedCriterion owed)
    {
        var gone = owed.Terms.Size - owed.Count;
        var trend = gone > 0 ? $", {Count(gone)} fewer" : "";
        var ahead = owed.Terms.Milestones.Where(milestone => owed.Missed is { } missed ? milestone == missed : owed.Count > milestone.AtMost)
            .Select(milestone => $"{(milestone.AtMost == 0 ? "none" : $"at most {Count(milestone.AtMost)}")} after {milestone.By:O}");
        return $"{(owed.Owed.Keys.Any(key => key.What == DebtKey.Absent) ? "not shown yet" : $"{Count(owed.Count)} owed, {Count(owed.Terms.Size)} on {owed.Terms.Agreed:O}{trend}")}; {string.Join(", ", ahead)}{(owed.Missed is null ? "" : ", which was missed")}";
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
