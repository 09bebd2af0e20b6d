using Assay.Core.Facts;
using Assay.Core.Measuring.Security.Segmentation;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Security;

/// <summary>Whether network policies hold the boundaries that card data crosses. Out of scope only where the threat model is complete and neither it nor the code knows card data.</summary>
internal static class SegmentationFacts
{
    private const string Name = FactNames.NetworkSegmentationDeclared;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (ThreatModelFacts.Unread(input, draft, Name)) return;
        var models = ThreatModelFacts.Own(input);
        if (models.Count == 0)
        {
            draft.Missing(Name, ThreatModelFacts.Absent(input), "Write the threat model first: assay init threat-model");
            return;
        }
        var inCode = CardDataInSources.Of(input).ToList();
        var sources = models.Select(model => model.Item.Digest);
        if (!models.Exists(model => model.Model.Assets.Any(asset => asset.Classification == AssetClassification.Cardholder)))
        {
            if (inCode.Count > 0)
                draft.Measured(Name, Quantity.Boolean(false), sources, reason: "the code names card data, and the threat model has no asset of the class cardholder", locations: inCode,
                    remedy: "Add the asset with classification: cardholder and the flows that carry it, or name the code for what it holds.");
            else if (ThreatModelFacts.Gaps(input, models).Count > 0)
                draft.Missing(Name, "the threat model is not complete, so it does not show that no card data is in scope", "Complete the threat model: assay explain threat_model");
            else
                draft.Empty(Name, "neither the threat model nor the code knows card data");
            return;
        }
        var policies = input.All<NetworkPolicy>().ToList();
        var gaps = models.SelectMany(model => SegmentationGaps.Of(model.Model, model.Item, policies.ToLookup(policy => policy.Observation.Name, policy => policy.Observation))).ToList();
        draft.Measured(Name, Quantity.Boolean(gaps.Count == 0), sources.Concat(policies.Select(policy => policy.Item.Digest)),
            reason: gaps.Count == 0 ? null : "card data crosses a boundary that no network policy holds", locations: gaps.Concat(gaps.Count == 0 ? [] : Unreadable(input)));
    }

    /// <summary>Files that may hold what is missed, and cannot be read.</summary>
    private static IEnumerable<Location> Unreadable(MeasureInput input) =>
        from problem in input.Problems
        let file = problem.Error.File
        where file is not null && (file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
        select new Location(file, problem.Error.Line, Note: problem.Error.What);
}
