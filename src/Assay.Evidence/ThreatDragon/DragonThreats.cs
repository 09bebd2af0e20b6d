using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core;
using Assay.Core.Observations;

namespace Assay.Evidence.ThreatDragon;

/// <summary>Turns a threat of Threat Dragon into one of ours; what its fields and lines do not say stays open.</summary>
internal static partial class DragonThreats
{
    /// <summary>Threats that are there, and the reason in each that its author marked as not applicable.</summary>
    internal static (ImmutableArray<Threat> Threats, ImmutableSortedDictionary<StrideCategory, string> NoThreat) Of(DragonCell cell, string element)
    {
        var reasons = new DragonNotes(cell.Description).NoThreats();
        var threats = ImmutableArray.CreateBuilder<Threat>();
        foreach (var threat in cell.Threats)
        {
            var category = Category(threat.Type);
            if (category is { } none && Is(threat.Status, "not applicable")) reasons = reasons.SetItem(none, $"{threat.Mitigation} {threat.Description}".Trim());
            else threats.Add(Read(threat, element, category));
        }
        return (threats.ToImmutable(), reasons);
    }

    private static Threat Read(DragonThreat threat, string element, StrideCategory? category)
    {
        var notes = new DragonNotes(threat.Mitigation, threat.Description);
        var accepted = notes.Text("accepted by") is null && notes.Text("accepted until") is null
            ? null
            : new RiskAcceptance(notes.Text("accepted by"), notes.Day("accepted until"), notes.Text("accepted because"));
        var status = notes.Choice<MitigationStatus>("status") ?? (Is(threat.Status, "mitigated") ? MitigationStatus.Implemented : null);
        ImmutableArray<Mitigation> mitigations = status is null ? [] : [new Mitigation(notes.Choice<MitigationKind>("kind"), threat.Mitigation, notes.Text("owner"), status)];
        var title = string.IsNullOrWhiteSpace(threat.Title) ? threat.Id ?? "a threat" : threat.Title.Trim();
        return new Threat($"{element}: {title}", title, element, category, Figures(threat.Score) ?? Figures(notes.Text("dread")), mitigations, accepted);
    }

    /// <summary>Five figures in their order, or none.</summary>
    private static Dread? Figures(string? text)
    {
        var figures = text is null ? [] : Figure().Matches(text.Length > 200 ? text[..200] : text).Select(match => int.Parse(match.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return figures is [var damage, var reproducibility, var exploitability, var users, var discoverability]
            ? new Dread(damage, reproducibility, exploitability, users, discoverability)
            : null;
    }

    private static StrideCategory? Category(string? type) => type is null ? null : Snake.Parse<StrideCategory>(type.Trim().ToLowerInvariant().Replace(' ', '_'));

    /// <summary>The application writes <c>NotApplicable</c>, <c>Not Applicable</c> and <c>N/A</c>.</summary>
    private static bool Is(string? status, string words) =>
        status is not null && (status.Replace(" ", "", StringComparison.Ordinal).Equals(words.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || (status == "N/A" && words == "not applicable"));

    [GeneratedRegex(@"(?<![\d.])\d{1,2}(?![\d.])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();
}
