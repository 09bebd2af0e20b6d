namespace Assay.Tests.Measuring.Operations;

/// <summary>Rule files as Prometheus takes them; promtool confirms it.</summary>
internal static class AlertRules
{
    public const string Errors = """sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.01""";
    public const string Latency = "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5";
    public const string External = """sum(rate(outgoing_requests_total{outcome="error"}[2m])) / sum(rate(outgoing_requests_total[2m])) > 0.5""";
    public const string Traffic = "sum(rate(http_requests_total[5m])) < 0.1";
    public const string Saturation = "max(process_resident_memory_bytes) > 450000000";

    /// <summary>What a service needs: the three of the standard, and all four golden signals.</summary>
    public static string All(string errors = Errors, string latency = Latency, string external = External) => File(
        Rule("HighErrorRate", errors, "5m", "standard_alert: error_rate, golden_signal: errors"),
        Rule("SlowResponses", latency, "10m", "standard_alert: response_time, golden_signal: latency"),
        Rule("DependencyFails", external, "2m", "standard_alert: external_dependencies"),
        Rule("NoTraffic", Traffic, "10m", "golden_signal: traffic"),
        Rule("MemoryNearlyFull", Saturation, "10m", "golden_signal: saturation"));

    public static string File(params string[] rules) => $"groups:\n  - name: service\n    rules:\n{string.Concat(rules)}";

    public static string Rule(string name, string expression, string waits, string labels, string runbook = "runbooks/service.md") =>
        $"      - alert: {name}\n        expr: |\n          {expression}\n        for: {waits}\n        labels: {{ {labels} }}\n        annotations: {{ summary: \"{name} on {{{{ $labels.instance }}}}\", runbook: {runbook} }}\n";

    public const string Runbook = """
        # The service

        ## Meaning
        More than one request in a hundred has failed for five minutes, measured at the service itself.

        ## Impact
        Customers cannot pay; each minute costs about forty transfers that nobody repeats later.

        ## Diagnosis
        ```
        kubectl logs deployment/payments --since 10m
        ```

        ## Mitigation
        Roll back with `deploy rollback payments` if a release went out within the last hour.

        ## Escalation
        After fifteen minutes call the owner of the ledger, then the head of operations, whose numbers are in the rota.
        """;

    public const string Incidents = """
        # Incident response

        ## Roles
        The first to answer leads until somebody else takes over; one person leads, one writes, everybody else mends.

        ## Severities
        1 means that money is wrong or gone, 2 that customers cannot pay, 3 that anything else is broken.

        ## Contacts
        | Whom | How | When |
        |---|---|---|
        | operations | rota in the pager | always, first of all |
        | security owner | phone in the rota | whenever data may have leaked |

        ## Escalation
        Severity one goes to the head of engineering at once; severity two does so after thirty minutes without progress.

        ## Record
        Whoever writes keeps times and decisions in the incident's channel, and a review within five working days.
        """;
}
