using System.Globalization;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>
/// What a change introduces blocks the change. What was there before it, such as a package of which an advisory said yesterday that it is vulnerable, gets an owner and a
/// deadline: until then it is owed, and blocks releases.
/// </summary>
internal static class Inherited
{
    public static Finding Of(JudgementInput input, Component component, Criterion criterion, Fact? fact, Finding finding)
    {
        if (finding.Status != Status.Fail || input.Phase == Phase.Deployment || criterion.InheritedWithin is not { } within || fact?.InheritedSince is not { } since) return finding;
        var deadline = since + within;
        var owner = component.Owners.IsEmpty ? $"nobody is named as owner of {component.Id} in assay.yaml" : $"owned by {string.Join(", ", component.Owners)}";
        var known = $"{finding.Reason}; it was there before this change, known since {Day(since)}, {owner}";
        return input.JudgedAt <= deadline
            ? finding with { Status = Status.Owed, Reason = $"{known}, to be mended by {Day(deadline)}; releases wait for it" }
            : finding with { Reason = $"{known}, and was to be mended by {Day(deadline)}" };
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
