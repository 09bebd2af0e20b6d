using System.Globalization;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>What a model as a whole lacks: its review, its parts, and a border between what is trusted and what is not.</summary>
internal static class ModelGaps
{
    public static IEnumerable<Gap> Of(ThreatModel model, DateOnly today)
    {
        if (!RecordAnswers.Names(model.ReviewedBy)) yield return new Gap(null, "it does not say who reviewed it");
        if (model.ReviewedOn is not { } reviewed) yield return new Gap(null, "it does not say when it was reviewed");
        else if (reviewed > today) yield return new Gap(null, string.Create(CultureInfo.InvariantCulture, $"it says that it was reviewed in the future, on {reviewed:yyyy-MM-dd}"));
        foreach (var (has, what) in (List<(bool, string)>)[
            (!model.Assets.IsEmpty, "asset"), (!model.Boundaries.IsEmpty, "trust boundary"), (!model.EntryPoints.IsEmpty, "entry point"), (!model.Flows.IsEmpty, "flow"),
            (model.Elements.Any(element => element.Kind == ElementKind.External), "external element"), (model.Elements.Any(element => element.Kind != ElementKind.External), "process or store")])
        {
            if (!has) yield return new Gap(null, $"it has no {what}");
        }
        if (!model.Flows.IsEmpty && model.Flows.All(flow => flow.Crosses.IsEmpty)) yield return new Gap(model.Flows[0].Line, "no flow crosses a trust boundary");
        var outside = model.Elements.Where(element => element.Kind == ElementKind.External).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var flow in model.Flows.Where(flow => flow.Crosses.IsEmpty && outside.Contains(flow.From) != outside.Contains(flow.To)))
            yield return new Gap(flow.Line, $"{flow.Id}: goes between outside and inside and crosses no trust boundary");
    }
}
