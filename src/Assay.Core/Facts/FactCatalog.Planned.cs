using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string Proof = "assay prove";
    private const string Readers = "readers for more formats";
    private const string Records = "sessions and signed approvals";
    private const string Prediction = "assay assess";
    private const string Automation = "assay watch and assay fix";

    /// <summary>Facts that the standard demands and nothing gives yet; their criteria are Missing until then.</summary>
    private static ImmutableArray<FactDefinition> Planned =>
    [
        new("proof.red_green", Unit.Boolean, About.Change, "The change's tests fail without it and pass with it.", Proof),
        new("proof.tests_weakened", Unit.Count, About.Change, "Tests that the change deleted, skipped or loosened.", Proof),
        new("proof.hunks_held", Unit.Percent, About.Change, "Production hunks whose removal makes a test fail.", Proof),
        new("acceptance.measurable", Unit.Percent, About.State, "Acceptance criteria that state a figure or another outcome that can be observed.", Readers),
        new("vulnerabilities.critical", Unit.Count, About.State, "Critical vulnerabilities of dependencies.", Readers),
        new("vulnerabilities.high", Unit.Count, About.State, "High vulnerabilities of dependencies.", Readers),
        new("analysis.critical", Unit.Count, About.State, "Critical findings of static analysis.", Readers),
        new("analysis.high", Unit.Count, About.State, "High findings of static analysis.", Readers),
        new("pentest.age", Unit.Days, About.State, "Days since the last penetration test.", Readers),
        new("pentest.open_findings", Unit.Count, About.State, "Open critical and high findings of the last penetration test.", Readers),
        new("threat_model.complete", Unit.Boolean, About.State, "STRIDE for every element, DREAD for every threat, each mitigated or accepted.", Readers),
        new("network.segmentation_declared", Unit.Boolean, About.State, "Network segmentation is declared where card data is in scope.", Readers),
        new("performance.p50", Unit.Milliseconds, About.State, "Median response time under the stated load.", Readers),
        new("performance.p95", Unit.Milliseconds, About.State, "95th percentile of the response time under the stated load.", Readers),
        new("performance.p99", Unit.Milliseconds, About.State, "99th percentile of the response time under the stated load.", Readers),
        new("performance.slowest", Unit.Milliseconds, About.State, "Longest response time under the stated load.", Readers),
        new("performance.error_rate", Unit.Percent, About.State, "Failed requests under the stated load.", Readers),
        new("performance.achieved_rate", Unit.Percent, About.State, "Rate reached, of the rate that slo.yaml states.", Readers),
        new("performance.capacity", Unit.Percent, About.State, "Capacity that the stress test found, of the expected peak.", Readers),
        new("performance.targets_stated", Unit.Boolean, About.State, "slo.yaml states targets and load.", Readers),
        new("resources.memory", Unit.Megabytes, About.State, "Peak memory of one instance during the load test.", Readers),
        new("resources.cpu", Unit.Percent, About.State, "Sustained CPU of one instance during the load test.", Readers),
        new("database.simple", Unit.Milliseconds, About.State, "Latency of simple queries, 95th percentile.", Readers),
        new("database.complex", Unit.Milliseconds, About.State, "Latency of complex queries, 95th percentile.", Readers),
        new("database.transaction", Unit.Milliseconds, About.State, "Latency of transactions, 95th percentile.", Readers),
        new("web.load", Unit.Milliseconds, About.State, "Initial load of the page.", Readers),
        new("web.interactive", Unit.Milliseconds, About.State, "Time until the page is interactive.", Readers),
        new("web.lcp", Unit.Milliseconds, About.State, "Largest contentful paint.", Readers),
        new("web.cls", Unit.Score, About.State, "Cumulative layout shift.", Readers),
        new("web.accessibility", Unit.Count, About.State, "Violations of WCAG 2.1 AA.", Readers),
        new("review.approved", Unit.Count, About.Change, "Approvals by somebody who is no author of the change, after its last commit.", Records),
        new("review.security_approved", Unit.Count, About.Change, "Security-minded approvals of sensitive paths.", Records),
        new("api.operations_documented", Unit.Percent, About.State, "API operations with summary, description, examples and error responses.", Readers),
        new("docs.public_api", Unit.Percent, About.State, "Public members with documentation that matches their parameters.", Readers),
        new("docs.readme_sections", Unit.Percent, About.State, "Sections that a README must have.", Readers),
        new("docs.broken_links", Unit.Count, About.State, "Relative links that lead nowhere.", Readers),
        new("docs.changelog_updated", Unit.Boolean, About.Change, "The changelog names the change.", Readers),
        new("architecture.approved", Unit.Boolean, About.State, "An architecture decision record with an approval.", Readers),
        new("session.updated", Unit.Boolean, About.Change, "The session names this change and its decisions.", Records),
        new("alerts.standard_rules", Unit.Percent, About.State, "Alert rules of the standard that exist.", Readers),
        new("alerts.with_runbook", Unit.Percent, About.State, "Alerts whose runbook exists and has its sections.", Readers),
        new("incident.response_described", Unit.Boolean, About.State, "Incident response is described.", Readers),
        new("health.endpoints", Unit.Boolean, About.State, "Health endpoints answer.", Readers),
        new("drills.backup_age", Unit.Days, About.State, "Days since a backup was restored and compared.", Readers),
        new("drills.shutdown_age", Unit.Days, About.State, "Days since a graceful shutdown with requests in flight.", Readers),
        new("drills.rollback_age", Unit.Days, About.State, "Days since a rollback was tried.", Readers),
        new("checklists.held", Unit.Count, About.State, "Of the five checklists, those that hold.", Readers),
        new("prediction.quality_score", Unit.Percent, About.Change, "Predicted quality score.", Prediction),
        new("prediction.risk_assessed", Unit.Boolean, About.Change, "The risk of the change was assessed.", Prediction),
        new("prediction.recommendations_answered", Unit.Percent, About.Change, "Recommendations applied or answered.", Prediction),
        new("automation.monitoring_on", Unit.Boolean, About.State, "Live quality monitoring is on.", Automation),
        new("automation.remediation_on", Unit.Boolean, About.State, "Automated remediation is on.", Automation),
    ];
}
