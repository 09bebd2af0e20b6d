using System.Diagnostics;
using System.Text;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.PrometheusRules;
using Assay.Tests.Measuring.Operations;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Evidence.PrometheusRules;

/// <summary>Rule files as Prometheus and its operator take them.</summary>
public sealed class PrometheusRulesReaderTests
{
    private const string Manifest = """
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: { name: payments }
        spec:
          groups:
            - name: service
              rules:
                - alert: Down
                  expr: up == 0
                  for: 1h30m
                  labels: { severity: page, golden_signal: errors }
                - record: job:up:sum
                  expr: sum by (job) (up)

        """;

    private static readonly PrometheusRulesReader Reader = new();

    [Fact]
    public void Alerts_are_read_with_what_they_say_of_themselves()
    {
        var text = AlertRules.All();
        Assert.True(Claims(text));
        var rules = HostileInput.Read(Reader, text).Observations.Cast<AlertRule>().ToList();
        Assert.Equal(["HighErrorRate", "SlowResponses", "DependencyFails", "NoTraffic", "MemoryNearlyFull"], rules.Select(rule => rule.Name));
        Assert.Equal((AlertRules.Errors, TimeSpan.FromMinutes(5), 4), (rules[0].Expression, rules[0].For, rules[0].Line));
        Assert.Equal(("error_rate", "runbooks/service.md"), (rules[0].Labels["standard_alert"], rules[0].Annotations["runbook"]));
    }

    [Fact]
    public void A_manifest_of_the_operator_and_several_documents_are_read_with_their_places()
    {
        var text = Manifest + "---\n# nothing\n---\napiVersion: v1\nkind: ConfigMap\n---\n" + AlertRules.All();
        Assert.True(Claims(Manifest));
        var found = HostileInput.Read(Reader, text);
        Assert.Null(found.Error);
        Assert.Equal(7, found.Observations.Length);
        Assert.Equal((TimeSpan.FromMinutes(90), 8), (((AlertRule)found.Observations[0]).For, ((AlertRule)found.Observations[0]).Line));
        Assert.Equal(new RecordingRule("job:up:sum", "sum by (job) (up)", 12), found.Observations[1]);
        Assert.Equal(23, ((AlertRule)found.Observations[2]).Line);
    }

    [Theory]
    [InlineData("groups: []\n")]
    [InlineData("apiVersion: v1\nkind: Deployment\n")]
    [InlineData("apiVersion: 1\ngroups:\n  - orgId: 1\n    rules: [{ uid: a, title: b }]\n")]
    [InlineData("alert: x\n")]
    public void What_only_looks_like_it_is_left_to_others(string text) => Assert.False(Claims(text));

    [Theory]
    [InlineData("groups: [{ rules: [{ alert: a }] }]", "the rule 'a' has no 'expr'")]
    [InlineData("groups: [{ rules: [{ expr: up }] }]", "a rule has either 'alert' or 'record'")]
    [InlineData("groups: [{ rules: [{ alert: a, record: b, expr: up }] }]", "a rule has either 'alert' or 'record'")]
    [InlineData("groups: [{ rules: [{ alert: a, expr: up, for: soon }] }]", "'for' must be a time such as 5m or 1h30m, found 'soon'")]
    [InlineData("groups: [{ rules: { alert: a } }]", "'rules' must be a list")]
    [InlineData("groups: x", "'groups' must be a list")]
    public void What_Prometheus_refuses_is_refused(string text, string what) => Assert.Equal(what, HostileInput.Read(Reader, text).Error?.What);

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var found = HostileInput.Read(Reader, "groups:\n  - rules:\n      - { alert: a }\n      - { alert: b, expr: up, for: x }\n");
        Assert.Equal([3, 4], found.OtherErrors.Prepend(found.Error!).Select(error => error.Line!.Value));
    }

    [Fact]
    public void Every_beginning_of_a_file_has_an_answer()
    {
        var text = Manifest + "---\n" + AlertRules.All();
        for (var length = 0; length <= text.Length; length++)
        {
            var found = HostileInput.Read(Reader, text[..length]);
            Assert.True(found.Error is null || found.Observations.IsEmpty);
        }
    }

    [Fact]
    public void Mutations_never_throw() => HostileInput.NeverThrows(Reader, Manifest + "---\n" + AlertRules.All(), 2000);

    [Fact]
    public void Promtool_takes_the_files_of_these_tests()
    {
        Assert.SkipWhen(ProgramFinder.Find("promtool", "/") is null, "promtool is not installed (Debian: prometheus)");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, AlertRules.All());
            using var run = Process.Start(new ProcessStartInfo("promtool", ["check", "rules", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = run.StandardOutput.ReadToEnd() + run.StandardError.ReadToEnd();
            run.WaitForExit();
            Assert.True(run.ExitCode == 0 && said.Contains("5 rules found", StringComparison.Ordinal), said);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool Claims(string text) => Reader.Claims(ContentHead.Of(Encoding.UTF8.GetBytes(text)));
}
