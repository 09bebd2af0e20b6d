using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Performance;

/// <summary>Whether slo.yaml states what the component promises, no laxer than the standard, and did so before the code that it judges.</summary>
internal static class TargetFacts
{
    private const string Name = FactNames.PerformanceTargetsStated;

    private static readonly string[] Bounded = [FactNames.LatencyP50, FactNames.LatencyP95, FactNames.LatencyP99, FactNames.PerformanceErrorRate];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (RecordState.Unread(input, draft, Name, path => path is "slo.yaml" or "slo.yml")) return;
        var found = input.All<ServiceLevels>().ToList();
        if (found.Count == 0)
        {
            draft.Missing(Name, MissingReasons.NoTargets, "Write it before there is code; begin it by: assay init slo");
            return;
        }
        var wrong = found.Count > 1 ? (Why: "the component has more than one slo.yaml", Remedy: (string?)null) : Wrong(input, found[0].Observation, found[0].Item);
        draft.Measured(Name, Quantity.Boolean(wrong is null), found.Select(levels => levels.Item.Digest), reason: wrong?.Why, remedy: wrong?.Remedy,
            locations: wrong is null ? [] : [new Location(found[0].Item.Path, Note: wrong.Value.Why)]);
    }

    private static (string Why, string? Remedy)? Wrong(MeasureInput input, ServiceLevels levels, EvidenceItem item)
    {
        if (levels.Component != input.Component.Id) return ($"it is of component {levels.Component}, not of {input.Component.Id}", $"Write component: {input.Component.Id}, or put the file where it belongs.");
        var promise = Promise.Of(input);
        foreach (var fact in Bounded)
        {
            if (promise.Standard(fact) is { } bound && promise.Own(fact) is { } own && own.Value > bound.Value)
                return ($"{fact} of {own} is laxer than the standard's {bound}", $"State at most {bound}.");
        }
        var monitoring = input.Component.Path.Length == 0 ? levels.Monitoring : $"{input.Component.Path}/{levels.Monitoring}";
        if (!input.Head.Files.Any(file => file.Path == monitoring)) return ($"monitoring names {levels.Monitoring}, which is not there", "Name the file that watches these figures.");
        if (input.Change.Judged == Judged.Change && input.Base is { } atBase && !StoodAt(atBase, input, item.Path) && CodeAt(atBase, input) is { } code)
            return ($"it comes after the code: {code} was there before it", "Merge slo.yaml by itself first; from then on it stands before what it judges.");
        return null;
    }

    private static bool StoodAt(IFileTree atBase, MeasureInput input, string path)
    {
        var before = input.Change.Files.FirstOrDefault(file => file.Path == path)?.OldPath ?? path;
        return atBase.Files.Any(file => file.Path == before);
    }

    /// <summary>A production source that the component had at base, under its present path or the one that it was moved from; null where it had none.</summary>
    private static string? CodeAt(IFileTree atBase, MeasureInput input)
    {
        var roles = input.Files.ToDictionary(file => file.Path, file => file.Role, StringComparer.Ordinal);
        var moved = input.Change.Files.FirstOrDefault(file => file.OldPath is not null && roles.GetValueOrDefault(file.Path, FileRole.Tooling) == FileRole.Production);
        return moved?.OldPath ?? atBase.Files.Select(file => file.Path)
            .FirstOrDefault(path => input.Component.Contains(path) && Languages.OfPath(path) is not null && roles.GetValueOrDefault(path, FileRole.Production) == FileRole.Production);
    }
}
