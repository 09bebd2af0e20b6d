using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Core.Measuring.Performance;

/// <summary>What is promised of the component: its own slo.yaml, and the standard's figures where those are stricter.</summary>
internal sealed class Promise
{
    private readonly Targets _targets;

    private Promise(ServiceLevels? levels, string? digest, Targets targets) => (Levels, Digest, _targets) = (levels, digest, targets);

    /// <summary>The component's own slo.yaml; null where there is none that names it.</summary>
    public ServiceLevels? Levels { get; }

    /// <summary>Digest of slo.yaml.</summary>
    public string? Digest { get; }

    public static Promise Of(MeasureInput input)
    {
        var found = input.All<ServiceLevels>().FirstOrDefault(levels => levels.Observation.Component == input.Component.Id);
        return new Promise(found.Observation, found.Item?.Digest, input.Targets);
    }

    /// <summary>The component's own bound of a fact, where it states one.</summary>
    public Quantity? Own(string fact) => fact switch
    {
        FactNames.LatencyP50 => Levels?.P50,
        FactNames.LatencyP95 => Levels?.P95,
        FactNames.LatencyP99 => Levels?.P99,
        FactNames.PerformanceErrorRate => Levels?.ErrorRate,
        _ => null,
    };

    /// <summary>The standard's bound of a fact; null where the standard states none.</summary>
    public Quantity? Standard(string fact) => fact switch
    {
        FactNames.LatencyP50 => Target("api_p50"),
        FactNames.LatencyP95 => Target("api_p95"),
        FactNames.LatencyP99 => Target("api_p99"),
        FactNames.PerformanceErrorRate => _targets.Deployment.Success.TryGetValue("error_rate", out var errors) ? errors.Bound : null,
        _ => null,
    };

    /// <summary>Whether a value is below every bound that is stated, and at least one is.</summary>
    public bool Holds(string fact, decimal value)
    {
        Quantity?[] bounds = [Own(fact), Standard(fact)];
        return bounds.Any(bound => bound is not null) && bounds.All(bound => bound is null || value < bound.Value.Value);
    }

    private Quantity? Target(string name) => _targets.Performance.TryGetValue(name, out var target) ? target : null;
}
