using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>An alerting rule of Prometheus.</summary>
/// <param name="Expression">PromQL, as it stands there.</param>
/// <param name="For">How long the expression must hold before the alert fires.</param>
/// <param name="Line">Line of the rule in its file.</param>
public sealed record AlertRule(
    string Name, string Expression, TimeSpan For, ImmutableSortedDictionary<string, string> Labels, ImmutableSortedDictionary<string, string> Annotations, int Line) : Observation;

/// <summary>A recording rule of Prometheus: it keeps the value of an expression under a name.</summary>
public sealed record RecordingRule(string Name, string Expression, int Line) : Observation;
