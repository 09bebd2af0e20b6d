namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string AlertsStandardRules = "alerts.standard_rules";
    public const string AlertsGoldenSignals = "alerts.golden_signals";
    public const string AlertsWithRunbook = "alerts.with_runbook";
    public const string IncidentResponseDescribed = "incident.response_described";
    public const string HealthEndpoints = "health.endpoints";
    public const string DrillsBackupAge = "drills.backup_age";
    public const string DrillsShutdownAge = "drills.shutdown_age";
    public const string DrillsRollbackAge = "drills.rollback_age";
}
