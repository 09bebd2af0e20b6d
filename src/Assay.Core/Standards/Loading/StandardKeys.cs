using System.Collections.Immutable;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>The keys of a standard's file. <c>schemas/standard.schema.json</c> has the same; a test compares them.</summary>
internal static class StandardKeys
{
    public const string Schema = "assay/standard/v1";

    public static readonly YamlKeys Root = new("standard", ["schema", "name", "version", "routing", "gates", "targets"], ["checklists"]);
    public static readonly YamlKeys Routing = new("routing", ["standard_from", "enterprise_from", "sensitive"], []);
    public static readonly YamlKeys Gate = new("gate", ["id", "title", "why", "criteria"], []);
    public static readonly YamlKeys Criterion = new("criterion", ["id", "fact", "phase", "profile", "by", "why", "remedy"],
        ["at_least", "at_most", "below", "is", "binds", "when_empty", "inherited_within", "kinds", "controls"]);
    public static readonly YamlKeys Checklist = new("checklist", ["id", "criteria"], []);
    public static readonly YamlKeys Age = new("binds", ["age"], []);
    public static readonly YamlKeys Targets = new("targets", ["performance", "resources", "alerts", "deployment"], []);
    public static readonly YamlKeys Alert = new("alert", ["id", "signal", "above", "for"], []);
    public static readonly YamlKeys Deployment = new("deployment", ["canary", "success", "rollback"], []);
    public static readonly YamlKeys Canary = new("canary", ["traffic", "for"], []);
    public static readonly YamlKeys Success = new("success", [.. DeploymentFigures.Select(figure => figure.Name)], []);
    public static readonly YamlKeys Rollback = new("rollback", [.. DeploymentFigures.Select(figure => figure.Name)], []);
    public static readonly YamlKeys Bound = new("success", [], ["at_least", "at_most", "below", "is"]);
    public static readonly YamlKeys Performance = new("performance", [], [.. PerformanceFigures.Select(figure => figure.Name)]);
    public static readonly YamlKeys Resources = new("resources", [], [.. ResourceFigures.Select(figure => figure.Name)]);

    /// <summary>Every mapping whose keys are fixed.</summary>
    public static ImmutableArray<YamlKeys> All =>
        [Root, Routing, Gate, Criterion, Checklist, Age, Targets, Performance, Resources, Alert, Deployment, Canary, Success, Rollback, Bound];

    /// <summary>Names under <c>targets.performance</c>; a misspelt one would be a target that nothing looks at.</summary>
    public static ImmutableArray<(string Name, Unit Unit)> PerformanceFigures =>
    [
        ("api_p50", Unit.Milliseconds), ("api_p95", Unit.Milliseconds), ("api_p99", Unit.Milliseconds), ("api_timeout", Unit.Milliseconds),
        ("web_load", Unit.Milliseconds), ("web_interactive", Unit.Milliseconds), ("web_lcp", Unit.Milliseconds), ("web_cls", Unit.Score),
        ("database_simple", Unit.Milliseconds), ("database_complex", Unit.Milliseconds), ("database_transaction", Unit.Milliseconds),
    ];

    /// <summary>Names under <c>targets.resources</c>.</summary>
    public static ImmutableArray<(string Name, Unit Unit)> ResourceFigures =>
    [
        ("memory", Unit.Megabytes), ("cpu", Unit.Percent),
        ("query_timeout", Unit.Milliseconds), ("transaction_timeout", Unit.Milliseconds), ("idle_timeout", Unit.Milliseconds),
    ];

    /// <summary>Names under <c>success</c> and <c>rollback</c>.</summary>
    public static ImmutableArray<(string Name, Unit Unit)> DeploymentFigures =>
        [("error_rate", Unit.Percent), ("latency_p95", Unit.Milliseconds), ("business_metric_drop", Unit.Percent)];

    /// <summary>Signals that an alert can watch.</summary>
    public static ImmutableArray<(string Name, Unit Unit)> Signals =>
    [
        ("error_rate", Unit.Percent), ("external_error_rate", Unit.Percent), ("saturation", Unit.Percent),
        ("latency_p50", Unit.Milliseconds), ("latency_p95", Unit.Milliseconds), ("latency_p99", Unit.Milliseconds), ("traffic", Unit.PerSecond),
    ];
}
