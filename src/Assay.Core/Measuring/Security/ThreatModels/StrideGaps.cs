using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>Elements, and flows that cross a boundary, of which a category of STRIDE was not answered: by a threat, or by a reason why there is none.</summary>
internal static class StrideGaps
{
    public static IEnumerable<Gap> Of(ThreatModel model)
    {
        var threats = model.Threats.ToLookup(threat => threat.Element, StringComparer.Ordinal);
        return model.Elements.SelectMany(element => Of(element.Id, element.Line, StridePerElement.Of(element.Kind), element.NoThreat, threats[element.Id]))
            .Concat(model.Flows.Where(flow => !flow.Crosses.IsEmpty).SelectMany(flow => Of(flow.Id, flow.Line, StridePerElement.OfFlow, flow.NoThreat, threats[flow.Id])));
    }

    private static IEnumerable<Gap> Of(
        string id, int? line, ImmutableArray<StrideCategory> asked, ImmutableSortedDictionary<StrideCategory, string> reasons, IEnumerable<Threat> threats)
    {
        // The same words under two categories answer neither of them.
        var answers = threats.Where(threat => threat.Category is not null).Select(threat => (Category: threat.Category!.Value, Text: RecordAnswers.Same(threat.Title))).Distinct()
            .Concat(reasons.Select(reason => (Category: reason.Key, Text: RecordAnswers.Same(reason.Value)))).ToLookup(answer => answer.Category, answer => answer.Text);
        var copied = answers.SelectMany(answer => answer.Distinct().Select(text => (answer.Key, text))).GroupBy(answer => answer.text, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var threatened = threats.Select(threat => threat.Category).ToHashSet();
        foreach (var category in asked)
        {
            var name = Snake.Case(category).Replace('_', ' ');
            if (!answers.Contains(category)) yield return new Gap(line, $"{id}: {name} has neither a threat nor a reason why there is none");
            else if (answers[category].All(copied.Contains)) yield return new Gap(line, $"{id}: what answers {name} is said word for word of another category too");
            else if (!threatened.Contains(category) && !RecordAnswers.Reasons(reasons[category])) yield return new Gap(line, $"{id}: the reason why there is no {name} has fewer than {RecordAnswers.FewestWords} words");
        }
    }
}
