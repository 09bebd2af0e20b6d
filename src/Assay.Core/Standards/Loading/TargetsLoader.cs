using System.Collections.Immutable;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reads <c>targets</c>.</summary>
internal static class TargetsLoader
{
    private static readonly Targets None = new(NoFigures, NoFigures, [], new DeploymentTargets([], NoRequirements, NoFigures));

    public static Targets Load(YamlFields root) => root.Map("targets", StandardKeys.Targets) is not { } targets ? None : new Targets(
        Figures(targets.Map("performance", StandardKeys.Performance), StandardKeys.PerformanceFigures),
        Figures(targets.Map("resources", StandardKeys.Resources), StandardKeys.ResourceFigures),
        Alerts(targets),
        targets.Map("deployment", StandardKeys.Deployment) is { } deployment ? Deployment(deployment) : None.Deployment);

    private static ImmutableSortedDictionary<string, Quantity> Figures(YamlFields? fields, ImmutableArray<(string Name, Unit Unit)> known)
    {
        var figures = NoFigures.ToBuilder();
        if (fields is null) return NoFigures;
        foreach (var (name, unit) in known)
            if (Figure(fields, name, unit) is { } figure) figures[name] = figure;
        return figures.ToImmutable();
    }

    private static Quantity? Figure(YamlFields fields, string key, Unit unit)
    {
        if (fields.Quantity(key) is not { } figure) return null;
        if (figure.Unit == unit && figure.Value > 0) return figure;
        fields.Reject(key, $"'{key}' must be above 0, in {Units.Word(unit)}, found {figure}");
        return null;
    }

    private static ImmutableArray<AlertTarget> Alerts(YamlFields targets)
    {
        var ids = new UniqueIds();
        return [.. targets.Maps("alerts", StandardKeys.Alert).Select(alert => Alert(alert, ids))];
    }

    private static AlertTarget Alert(YamlFields alert, UniqueIds ids)
    {
        var id = alert.Identifier("id", Ids.IsSnake, "error_rate");
        ids.Add(alert, id);
        var name = alert.Text("signal") ?? "";
        var signal = StandardKeys.Signals.FirstOrDefault(signal => signal.Name == name);
        if (name.Length > 0 && signal.Name is null)
            alert.Reject("signal", $"unknown signal '{Shown.Short(name)}'", $"Signals: {string.Join(", ", StandardKeys.Signals.Select(known => known.Name))}");
        var above = signal.Name is null ? null : Figure(alert, "above", signal.Unit);
        return new AlertTarget(id, name, above ?? default, Figure(alert, "for", Unit.Milliseconds) ?? default);
    }

    private static DeploymentTargets Deployment(YamlFields deployment)
    {
        var canary = deployment.Maps("canary", StandardKeys.Canary)
            .Select(phase => new CanaryPhase(Figure(phase, "traffic", Unit.Percent) ?? default, Figure(phase, "for", Unit.Milliseconds) ?? default)).ToImmutableArray();
        if (!Rises(canary)) deployment.Reject("canary", "the shares of traffic must rise and end at 100 %");
        var success = NoRequirements.ToBuilder();
        if (deployment.Map("success", StandardKeys.Success) is { } fields)
        {
            foreach (var (name, unit) in StandardKeys.DeploymentFigures)
                if (fields.Map(name, StandardKeys.Bound) is { } bound) success[name] = BoundLoader.Load(bound, unit, name);
        }
        return new DeploymentTargets(canary, success.ToImmutable(), Figures(deployment.Map("rollback", StandardKeys.Rollback), StandardKeys.DeploymentFigures));
    }

    private static bool Rises(ImmutableArray<CanaryPhase> canary) =>
        canary.Length > 0 && canary[^1].Traffic.Value == 100 && canary.Zip(canary.Skip(1)).All(pair => pair.First.Traffic.Value < pair.Second.Traffic.Value);

    private static ImmutableSortedDictionary<string, Quantity> NoFigures => ImmutableSortedDictionary<string, Quantity>.Empty;

    private static ImmutableSortedDictionary<string, Requirement> NoRequirements => ImmutableSortedDictionary<string, Requirement>.Empty;
}
