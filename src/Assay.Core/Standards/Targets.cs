using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Standards;

/// <summary>Figures of the standard that later capabilities read: load tests, alert rules, rollouts.</summary>
public sealed record Targets(
    ImmutableSortedDictionary<string, Quantity> Performance,
    ImmutableSortedDictionary<string, Quantity> Resources,
    ImmutableArray<AlertTarget> Alerts,
    DeploymentTargets Deployment);

/// <summary>An alert that must exist: the signal above the bound for as long as given (milliseconds in <see cref="Quantity"/>).</summary>
public sealed record AlertTarget(string Id, string Signal, Quantity Above, Quantity For);

/// <summary>The rollout: canary phases in order, what promotes, what rolls back.</summary>
public sealed record DeploymentTargets(
    ImmutableArray<CanaryPhase> Canary,
    ImmutableSortedDictionary<string, Requirement> Success,
    ImmutableSortedDictionary<string, Quantity> Rollback);

/// <summary>A share of the traffic in percent, for a time in milliseconds.</summary>
public sealed record CanaryPhase(Quantity Traffic, Quantity For);
