using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string AlertRules = "Prometheus rule files";
    private const string Drills = "the record of a drill, a command that assay.yaml names under drills:";

    private static ImmutableArray<FactDefinition> Operations =>
    [
        new(FactNames.AlertsStandardRules, Unit.Percent, About.State, "Alerts of the standard's targets that a rule raises, as early or earlier.", AlertRules),
        new(FactNames.AlertsGoldenSignals, Unit.Count, About.State, "Golden signals (latency, traffic, errors, saturation) that an alert watches.", AlertRules),
        new(FactNames.AlertsWithRunbook, Unit.Percent, About.State, "Alerts whose runbook exists and has its sections filled.", $"{AlertRules}, and runbooks/*.md"),
        new(FactNames.IncidentResponseDescribed, Unit.Boolean, About.State, "Roles, severities, contacts and escalation are described.", "runbooks/incident-response.md"),
        new(FactNames.HealthEndpoints, Unit.Boolean, About.State, "Liveness and readiness answer, and readiness fails when a dependency is down.", Drills),
        new(FactNames.DrillsBackupAge, Unit.Days, About.State, "Days since a backup was restored and found equal to the original.", Drills),
        new(FactNames.DrillsShutdownAge, Unit.Days, About.State, "Days since an instance was stopped with requests in flight and lost none.", Drills),
        new(FactNames.DrillsRollbackAge, Unit.Days, About.State, "Days since a release was rolled back and the one before it served again.", Drills),
    ];
}
