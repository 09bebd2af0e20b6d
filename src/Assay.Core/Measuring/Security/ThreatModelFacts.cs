using System.Globalization;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Globs;
using Assay.Core.Measuring.Security.ThreatModels;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Security;

/// <summary>Whether the threat model leaves nothing open. With several models of a component, each must hold, and together they must cover its code.</summary>
internal static class ThreatModelFacts
{
    private static readonly GlobSet Places = new(["threat-model.{yaml,yml,json}", "ThreatDragonModels/**/*.json"]);

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var models = Own(input);
        if (Unread(input, draft, FactNames.ThreatModelComplete)) return;
        if (models.Count == 0)
        {
            draft.Missing(FactNames.ThreatModelComplete, Absent(input));
            return;
        }
        var gaps = Gaps(input, models);
        var (elements, flows, threats) = (models.Sum(m => m.Model.Elements.Length), models.Sum(m => m.Model.Flows.Length), models.Sum(m => m.Model.Threats.Length));
        draft.Measured(FactNames.ThreatModelComplete, Quantity.Boolean(gaps.Count == 0), models.Select(model => model.Item.Digest),
            $"({elements} elements, {flows} flows, {threats} threats)",
            gaps.Count == 0 ? null : gaps.Count == 1 ? "the threat model leaves 1 thing open" : string.Create(CultureInfo.InvariantCulture, $"the threat model leaves {gaps.Count} things open"),
            gaps);
    }

    /// <summary>The models that are about this component.</summary>
    internal static List<(ThreatModel Model, EvidenceItem Item)> Own(MeasureInput input) => [.. input.All<ThreatModel>().Where(model => model.Observation.Component == input.Component.Id)];

    /// <summary>Drafts a fact whose model is there and cannot be read.</summary>
    internal static bool Unread(MeasureInput input, FactDraft draft, string fact) => RecordState.Unread(input, draft, fact, Places.IsMatch);

    /// <summary>Why there is no model of this component.</summary>
    internal static string Absent(MeasureInput input) => input.All<ThreatModel>().FirstOrDefault() is { Observation: { } model, Item: { } item }
        ? $"{item.Path} is about {model.Component ?? "no component"}, and this is {input.Component.Id}"
        : MissingReasons.NoThreatModel;

    /// <summary>Everything that the models leave open, each with its place.</summary>
    internal static List<Location> Gaps(MeasureInput input, List<(ThreatModel Model, EvidenceItem Item)> models)
    {
        var today = DateOnly.FromDateTime(input.JudgedAt.UtcDateTime);
        return
        [
            .. from model in models
               from gap in ModelGaps.Of(model.Model, today).Concat(StrideGaps.Of(model.Model)).Concat(ThreatGaps.Of(model.Model, today))
               select new Location(model.Item.Path, gap.Line, Note: gap.What),
            .. UncoveredFiles.Of(input, models.Select(model => model.Model)).Select(file => new Location(file, Note: "no process or store of the threat model covers it")),
        ];
    }
}
