using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Operations.AlertRules;

namespace Assay.Tests.Measuring.Operations;

/// <summary>Alert rules count for what their expressions do, not for what their labels say.</summary>
public sealed class AlertFactsTests
{
    private const string Place = "alerts/service.rules.yaml";

    [Fact]
    [Shows("alerts_configured", Status.Pass)]
    [Shows("golden_signals", Status.Pass)]
    public void The_three_alerts_of_the_standard_and_the_four_signals_pass()
    {
        var lab = new Lab().File(Place, All());
        Assert.Equal((Status.Pass, "100 % of 3 alerts"), (lab.Of("alerts_configured").Status, lab.Of("alerts_configured").Actual));
        Assert.Equal((Status.Pass, "4 of 4 golden signals"), (lab.Of("golden_signals").Status, lab.Of("golden_signals").Actual));
    }

    [Fact]
    [Shows("alerts_configured", Status.Missing)]
    [Shows("golden_signals", Status.Missing)]
    [Shows("runbooks", Status.Missing)]
    public void Without_a_rule_they_are_missing()
    {
        foreach (var criterion in (string[])["alerts_configured", "golden_signals", "runbooks"])
        {
            Assert.Equal((Status.Missing, criterion), (new Lab().Of(criterion).Status, criterion));
            Assert.Equal(Status.Missing, new Lab().File(Place, "groups:\n  - name: a\n    rules:\n      - { record: a:b, expr: up }\n").Of(criterion).Status);
        }
    }

    [Fact]
    [Shows("golden_signals", Status.Fail)]
    public void A_signal_that_no_alert_watches_is_named()
    {
        var finding = new Lab().File(Place, All().Replace("golden_signal: traffic", "signal: traffic", StringComparison.Ordinal)).Of("golden_signals");
        Assert.Equal((Status.Fail, "3 of 4 golden signals"), (finding.Status, finding.Actual));
        Assert.Contains("traffic (no rule has the label golden_signal: traffic)", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vector(0) < 1")]
    [InlineData("1 < 2")]
    [InlineData("absent(http_requests_total) > 0")]
    [InlineData("http_requests_total > -1")]
    public void A_golden_signal_needs_something_measured(string expression) =>
        Assert.Equal(Status.Fail, new Lab().File(Place, All().Replace(Traffic, expression, StringComparison.Ordinal)).Of("golden_signals").Status);

    /// <summary>Each way in which a rule may look like the alert and is none.</summary>
    [Theory]
    [Shows("alerts_configured", Status.Fail)]
    [InlineData("vector(1) > 0.01", "it uses vector()")]
    [InlineData("1 > 0.01", "compares two constants")]
    [InlineData("absent(http_requests_total) > 0.01", "it uses absent()")]
    [InlineData("""{job="payments"} / {job="payments"} > 0.01""", "names no metric")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 0.01 and on() vector(0)", "it uses 'and'|has 'and'")]
    [InlineData("(sum(rate(e_total[5m])) / sum(rate(r_total[5m])) and on() vector(0)) > 0.01", "it uses 'and'")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 0.01 unless maintenance", "has 'unless'")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 0.05", "its threshold is 5 %, needs at most 1 %")]
    [InlineData("100 * sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 5", "its threshold is 5 %, needs at most 1 %")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 1", "its threshold is 100 %, needs at most 1 %")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) < 0.01", "not where it is above")]
    [InlineData("0.01 > sum(rate(e_total[5m])) / sum(rate(r_total[5m]))", "not where it is above")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > bool 0.01", "uses 'bool'")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > -1", "always exceeded")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) >= 0", "always exceeded")]
    [InlineData("sum(rate(e_total[5m])) > 0.01", "its unit cannot be told")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m]))", "compares nothing")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > on() limits", "no plain number")]
    [InlineData("0 * sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 0.01", "multiplied by 0")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) + 1 > 0.01", "calculated with 1")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) / 1000 > 0.01", "calculated with 1000")]
    [InlineData("(sum(rate(e_total[5m])) / sum(rate(r_total[5m]))) ^ 9 > 0.01", "it uses '^'|calculated")]
    [InlineData("sum(rate(e_total[1d])) / sum(rate(r_total[1d])) > 0.01", "looks back over 1440 min")]
    [InlineData("sum(rate(e_total[5m] offset 1w)) / sum(rate(r_total[5m])) > 0.01", "it uses 'offset'")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m]) > 0.01", "no PromQL that can be read")]
    public void A_rule_that_only_looks_like_the_alert_does_not_count(string expression, string reasons)
    {
        var finding = new Lab().File(Place, All(errors: expression)).Of("alerts_configured");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains("error_rate (HighErrorRate: ", finding.Reason, StringComparison.Ordinal);
        Assert.Contains(reasons.Split('|'), reason => finding.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(Place, Assert.Single(finding.Locations).File);
    }

    [Theory]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) >= 0.01")]
    [InlineData("0.01 < sum(rate(e_total[5m])) / sum(rate(r_total[5m]))")]
    [InlineData("(sum by (job) (rate(e_total[5m])) / on (job) sum by (job) (rate(r_total[5m]))) > (1 / 100)")]
    [InlineData("100 * sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 1")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 5 * 0.001")]
    [InlineData("1 - sum(rate(good_total[5m])) / sum(rate(r_total[5m])) > 0.01")]
    [InlineData("http_error_ratio > 0.005  # half a percent")]
    [InlineData("http_errors_percent > 1")]
    [InlineData("sum(rate(e_total[5m])) / sum(rate(r_total[5m])) > 0.01 or http_error_ratio > 0.5")]
    [InlineData("job:errors:recorded > 0.01")]
    public void Other_ways_to_say_the_same_count(string expression)
    {
        var rules = All(errors: expression) + "      - record: job:errors:recorded\n        expr: sum(rate(e_total[5m])) / sum(rate(r_total[5m]))\n";
        var finding = new Lab().File(Place, rules).Of("alerts_configured");
        Assert.True(finding.Status == Status.Pass, finding.Reason);
    }

    [Theory]
    [InlineData("histogram_quantile(0.5, sum by (le) (rate(d_seconds_bucket[5m]))) > 0.5", "takes the quantile 0.5")]
    [InlineData("rate(d_seconds_sum[5m]) > 0.5", "takes no quantile")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(d_seconds_bucket[5m]))) > 500", "its threshold is 500000 ms, needs at most 500 ms")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(d_milliseconds_bucket[5m]))) > 501", "its threshold is 501 ms")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(d_bucket[5m]))) > 0.5", "its unit cannot be told")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(d_microseconds_bucket[5m]))) > 0.5", "its unit cannot be told")]
    public void A_response_time_in_another_unit_or_of_another_quantile_does_not_count(string expression, string reason) =>
        Assert.Contains(reason, new Lab().File(Place, All(latency: expression)).Of("alerts_configured").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("histogram_quantile(0.99, sum by (le) (rate(d_seconds_bucket[5m]))) > 0.5")]
    [InlineData("1000 * histogram_quantile(0.95, sum by (le) (rate(d_seconds_bucket[5m]))) > 400")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(d_milliseconds_bucket[5m]))) > 500")]
    [InlineData("""max(http_duration_seconds{quantile="0.95"}) > 0.5""")]
    [InlineData("job:http_duration_seconds:p95 > 0.5")]
    public void A_response_time_in_a_unit_that_its_metric_names_counts(string expression)
    {
        var finding = new Lab().File(Place, All(latency: expression)).Of("alerts_configured");
        Assert.True(finding.Status == Status.Pass, finding.Reason);
    }

    [Fact]
    public void A_rule_that_waits_too_long_or_is_commented_out_does_not_count()
    {
        Assert.Contains("it waits 6 min, needs at most 5 min", new Lab().File(Place, All().Replace("for: 5m", "for: 6m", StringComparison.Ordinal)).Of("alerts_configured").Reason, StringComparison.Ordinal);
        var commented = File(string.Concat(Rule("HighErrorRate", AlertRules.Errors, "5m", "standard_alert: error_rate").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"#{line}\n")), Rule("Other", Traffic, "1m", "a: b"));
        Assert.Contains("error_rate (no rule has the label standard_alert: error_rate)", new Lab().File(Place, commented).Of("alerts_configured").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_lie_outside_of_the_judged_tree_or_of_this_component_are_not_there() =>
        Assert.Equal(Status.Missing, new Lab().File("notes/rules.yaml", All()).Of("alerts_configured").Status);

    [Fact]
    [Shows("runbooks", Status.Pass)]
    [Shows("incident_response", Status.Pass)]
    public void A_runbook_for_each_alert_and_the_response_described_pass()
    {
        var lab = new Lab().File(Place, All().Replace("runbook: runbooks/service.md }\n      - alert: NoTraffic", "runbook_url: https://example.org/payments/blob/main/runbooks/service.md#meaning }\n      - alert: NoTraffic", StringComparison.Ordinal))
            .File("runbooks/service.md", Runbook).File("runbooks/incident-response.md", Incidents);
        Assert.True(lab.Of("runbooks").Status == Status.Pass, lab.Of("runbooks").Reason);
        Assert.True(lab.Of("incident_response").Status == Status.Pass, lab.Of("incident_response").Reason);
    }

    /// <summary>Each way in which a runbook may be there and help nobody.</summary>
    [Theory]
    [Shows("runbooks", Status.Fail)]
    [InlineData("# The service\n", "no section Meaning")]
    [InlineData("# a\n## Meaning\n## Impact\n## Diagnosis\n## Mitigation\n## Escalation\n", "its section Meaning is only a heading")]
    [InlineData("# a\n## Meaning\nreplace: what it means when this alert fires, in a sentence or two, for whoever is on call\n", "left from the starter")]
    [InlineData("# a\n## Meaning\nErrors are high.\n", "says too little: 3 words")]
    [InlineData("# a\n## Meaning\nhigh high high high high high high high high high high high high high\n", "says too little")]
    public void A_runbook_that_says_nothing_does_not_count(string text, string reason)
    {
        var finding = new Lab().File(Place, All()).File("runbooks/service.md", text).Of("runbooks");
        Assert.Equal((Status.Fail, "0 % of 5 alerts"), (finding.Status, finding.Actual));
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_in_each_section_does_not_count()
    {
        const string Same = "\nLook at the dashboards first, then ask somebody in the team who knows this service well.\n";
        var text = string.Concat(((string[])["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation"]).Select(name => $"## {name}{Same}"));
        Assert.Contains("its sections Meaning and Impact say the same", new Lab().File(Place, All()).File("runbooks/service.md", text).Of("runbooks").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_whose_runbook_is_not_there_is_named()
    {
        var finding = new Lab().File(Place, File(Rule("A", Traffic, "1m", "a: b", "runbooks/none.md"))).Of("runbooks");
        Assert.Contains("A: there is no runbooks/none.md", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("has no annotation runbook", new Lab().File(Place, "groups: [{ name: a, rules: [{ alert: A, expr: up == 0 }] }]\n").Of("runbooks").Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("incident_response", Status.Fail)]
    [Shows("incident_response", Status.Missing)]
    public void Response_to_incidents_is_missing_or_lacks_what_is_named()
    {
        Assert.Equal(Status.Missing, new Lab().Of("incident_response").Status);
        var finding = new Lab().File("runbooks/incident-response.md", Incidents.Replace("## Contacts", "## People", StringComparison.Ordinal)).Of("incident_response");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains("no section Contacts", finding.Reason, StringComparison.Ordinal);
    }
}
