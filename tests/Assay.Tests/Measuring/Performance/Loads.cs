using System.Globalization;
using System.Text;
using Assay.Core.Evidence;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Performance;

/// <summary>slo.yaml, reports of load tools and recordings. The reports of hey under Evidence/Hey are its own output; the others are made in its form.</summary>
internal static class Loads
{
    /// <summary>20 requests per second for 12 s, the load of Evidence/Hey/load-20.csv.</summary>
    public const string Slo = """
        schema: assay/slo/v1
        component: app
        latency: { p50: 100 ms, p95: 200 ms, p99: 500 ms }
        error_rate: 0.5 %
        load: { rate: 20 /s, duration: 12 s, peak: 80 /s }
        monitoring: alerts/app.rules.yaml
        """;

    public static string RealHey { get; } = File("Hey/load-20.csv");

    public static string File(string path) => System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "Assay.Tests", "Evidence", path));

    /// <summary>A component with its slo.yaml, at base too, and what watches it.</summary>
    public static Lab Promising(string slo = Slo) => Of(new Lab(), slo);

    public static Lab Of(Lab lab, string slo = Slo) =>
        lab.File("slo.yaml", slo).File("alerts/app.rules.yaml", "groups: []").File("src/App.cs", "class A { }").AtBase("slo.yaml", slo).AtBase("src/App.cs", "class A { }");

    /// <summary>hey's CSV of so many requests per second, evenly, each of which took so long.</summary>
    public static string Hey(int rate, double seconds, Func<int, double> milliseconds, Func<int, int>? status = null)
    {
        var text = new StringBuilder("response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n");
        var count = (int)(rate * seconds);
        for (var at = 0; at < count; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{milliseconds(at) / 1000:0.0000},0.0000,0.0000,0.0000,0.0000,0.0000,{status?.Invoke(at) ?? 200},{(at + 1.0) / rate:0.0000}\n");
        }
        return text.ToString();
    }

    public static string Run(string report, int rate, double seconds, long? requested = null, string component = "app") => Runs(component, (report, rate, seconds, requested ?? (long)(rate * seconds)));

    public static string Runs(string component, params (string Report, int Rate, double Seconds, long Requested)[] stages) => $$"""
        { "schema": "assay/load-run/v1", "component": "{{component}}", "tool": "hey 0.1.4", "stages": [
        {{string.Join(",\n", stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $$"""{ "rate": {{stage.Rate}}, "duration_s": {{stage.Seconds}}, "requested": {{stage.Requested}}, "report": "{{stage.Report}}" }""")))}} ] }
        """;

    /// <summary>A load test as the load step left it.</summary>
    public static Lab Load(this Lab lab, string csv, string run, StepKind? step = StepKind.Load, string? subject = "", DateTimeOffset? producedAt = null, Trust trust = Trust.Collected) =>
        lab.Report("out/load.csv", csv, step, trust, subject: subject, producedAt: producedAt).Report("out/run.json", run, step, trust, subject: subject, producedAt: producedAt);

    /// <summary>The load test that the tool really made: 252 requests asked for, 21 a second, with all answered.</summary>
    public static Lab RealLoad(this Lab lab) => lab.Load(RealHey, Run("load.csv", 21, 12, 252));

    /// <summary>A stress test; each stage lasts 6 s.</summary>
    public static Lab Stress(this Lab lab, params (int Rate, double Milliseconds)[] stages)
    {
        foreach (var (rate, milliseconds) in stages)
            lab.Report($"out/stress-{rate}.csv", Hey(rate, 6, _ => milliseconds), StepKind.Stress);
        return lab.Report("out/stress.json", Runs("app", [.. stages.Select(stage => ($"stress-{stage.Rate}.csv", stage.Rate, 6.0, stage.Rate * 6L))]), StepKind.Stress);
    }

    /// <summary>Scrapes 12 s apart, ending a minute before they are judged.</summary>
    public static string Scrapes(params string[] scrapes) => string.Concat(scrapes.Select((scrape, at) =>
        $"# scraped_at {Samples.Noon.AddMinutes(-10).AddSeconds(12 * at):yyyy-MM-dd'T'HH:mm:ss'Z'}\n{scrape.ReplaceLineEndings("\n")}\n"));

    public static Lab Recording(this Lab lab, string text, string name = "metrics.prom") => lab.Report($"out/{name}", text, StepKind.Load);
}
