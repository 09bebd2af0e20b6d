using System.Globalization;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>Threats without all five figures of DREAD, and those that are neither mitigated by somebody nor accepted by somebody until a day.</summary>
internal static class ThreatGaps
{
    public static IEnumerable<Gap> Of(ThreatModel model, DateOnly today) =>
        from threat in model.Threats
        from what in Of(threat, today)
        select new Gap(threat.Line, $"{threat.Id}: {what}");

    private static IEnumerable<string> Of(Threat threat, DateOnly today)
    {
        if (threat.Dread is not { IsComplete: true }) yield return "its DREAD figures are not five from 1 to 10";
        if (threat.Mitigations.IsEmpty && threat.Accepted is null) yield return "is neither mitigated nor accepted";
        foreach (var mitigation in threat.Mitigations)
        {
            if (mitigation.Kind is null) yield return "a mitigation does not say whether it is preventive, detective or responsive";
            if (mitigation.What is not { } what || what.Count(char.IsLetter) < 2) yield return "a mitigation does not say what it is";
            if (!RecordAnswers.Names(mitigation.Owner)) yield return "a mitigation has no owner";
            if (mitigation.Status is null) yield return "a mitigation has no status";
        }
        if (threat.Accepted is not { } accepted) yield break;
        if (!RecordAnswers.Names(accepted.By)) yield return "its acceptance names no approver";
        if (!RecordAnswers.Reasons(accepted.Reason)) yield return $"the reason for accepting it has fewer than {RecordAnswers.FewestWords} words";
        if (accepted.Until is not { } until) yield return "its acceptance has no end";
        else if (until < today) yield return string.Create(CultureInfo.InvariantCulture, $"its acceptance ended on {until:yyyy-MM-dd}");
    }
}
