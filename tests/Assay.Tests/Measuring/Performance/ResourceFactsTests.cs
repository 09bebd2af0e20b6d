using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Performance.Loads;

namespace Assay.Tests.Measuring.Performance;

/// <summary>Memory is the most that was seen; CPU is what was used while the load ran, of the cores that there are.</summary>
public sealed class ResourceFactsTests
{
    private const string Before = "# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 10\nprocess_resident_memory_bytes 104857600\nprocess_cpu_count 2";

    private static string After(double cpu, long megabytes = 200) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"process_cpu_seconds_total {cpu}\nprocess_resident_memory_bytes {megabytes * 1048576}\nprocess_cpu_count 2");

    [Fact]
    [Shows("memory", Status.Pass)]
    [Shows("cpu", Status.Pass)]
    public void A_modest_process_passes()
    {
        var lab = Promising().RealLoad().Recording(Scrapes(Before, After(16)));
        Assert.Equal((Status.Pass, "200 MB at most, in 2 readings"), (lab.Of("memory").Status, lab.Of("memory").Actual));
        Assert.Equal(Status.Pass, lab.Of("cpu").Status);
        Assert.StartsWith("25 %", lab.Of("cpu").Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("memory", Status.Fail)]
    [Shows("cpu", Status.Fail)]
    public void A_greedy_one_fails_even_where_the_peak_lies_between()
    {
        var lab = Promising().RealLoad().Recording(Scrapes(Before, After(20, 600), After(60)));
        Assert.Equal(Status.Fail, lab.Of("memory").Status);
        Assert.Equal(Status.Fail, lab.Of("cpu").Status);
    }

    [Fact]
    [Shows("memory", Status.Missing)]
    [Shows("cpu", Status.Missing)]
    public void Without_a_recording_both_are_missing()
    {
        Assert.All(["memory", "cpu"], criterion => Assert.Equal(Status.Missing, Promising().RealLoad().Of(criterion).Status));
        var finding = Promising().RealLoad().Recording(Scrapes(Before, After(16)).Replace("process_cpu_count", "other_count", StringComparison.Ordinal)).Of("cpu");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("process_cpu_count", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Idle_time_around_the_load_does_not_thin_out_its_cpu()
    {
        // 20 s of CPU time in 24 s recorded, on two cores: 42 % of what was recorded, and 83 % of the 12 s of load.
        var lab = Promising().RealLoad().Recording(Scrapes(Before, After(30), After(30)));
        Assert.Equal(Status.Fail, lab.Of("cpu").Status);
    }

    [Theory]
    [InlineData("one scrape only", false)]
    [InlineData("scrapes span", true)]
    public void One_scrape_or_a_short_time_shows_no_load(string says, bool two)
    {
        var text = two ? Scrapes(Before, After(11)).Replace(":12Z", ":03Z", StringComparison.Ordinal) : Scrapes(Before);
        var finding = Promising().RealLoad().Recording(text).Of("memory");
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains(says, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_is_an_error() => Assert.Contains("restarted", Promising().RealLoad().Recording(Scrapes(Before, After(3))).Of("cpu").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_scrape_from_the_future_is_an_error() =>
        Assert.Equal(Status.Error, Promising().RealLoad().Recording(Scrapes(Before, After(16)).Replace("2026-11-22", "2026-11-23", StringComparison.Ordinal)).Of("cpu").Status);

    [Fact]
    public void Scrapes_from_before_the_load_test_are_an_error() =>
        Assert.All(["memory", "cpu"], criterion => Assert.Equal(Status.Error, Promising().RealLoad().Recording(Scrapes(Before, After(16)).Replace("2026-", "2001-", StringComparison.Ordinal)).Of(criterion).Status));

    [Fact]
    public void Scrapes_without_a_time_show_nothing() =>
        Assert.Contains("does not say when", Promising().RealLoad().Recording(Before + "\n").Of("cpu").Reason, StringComparison.Ordinal);

    [Fact]
    public void Of_several_instances_the_worst_counts()
    {
        static string Scrape(int idle, int busy) => $"process_cpu_seconds_total{{instance=\"a\"}} {idle}\nprocess_cpu_seconds_total{{instance=\"b\"}} {busy}\nprocess_cpu_count{{instance=\"a\"}} 2\nprocess_cpu_count{{instance=\"b\"}} 1";
        Assert.Equal(Status.Fail, Promising().RealLoad().Recording("# HELP x\n" + Scrapes(Scrape(1, 1), Scrape(2, 11))).Of("cpu").Status);
    }

    [Fact]
    public void OTLP_is_read_as_well()
    {
        static string Export(DateTimeOffset at, double user, double system) => $$"""
            { "resourceMetrics": [{ "resource": { "attributes": [{ "key": "service.instance.id", "value": { "stringValue": "a" } }] }, "scopeMetrics": [{ "scope": { "name": "x" }, "metrics": [
            { "name": "dotnet.process.cpu.time", "unit": "s", "sum": { "aggregationTemporality": 2, "isMonotonic": true, "dataPoints": [
            { "attributes": [{ "key": "cpu.mode", "value": { "stringValue": "user" } }], "timeUnixNano": "{{at.ToUnixTimeMilliseconds()}}000000", "asDouble": {{user}} },
            { "attributes": [{ "key": "cpu.mode", "value": { "stringValue": "system" } }], "timeUnixNano": "{{at.ToUnixTimeMilliseconds()}}000000", "asDouble": {{system}} }] } },
            { "name": "dotnet.process.memory.working_set", "unit": "By", "sum": { "aggregationTemporality": 2, "dataPoints": [{ "timeUnixNano": "{{at.ToUnixTimeMilliseconds()}}000000", "asInt": "104857600" }] } },
            { "name": "dotnet.process.cpu.count", "sum": { "aggregationTemporality": 2, "dataPoints": [{ "timeUnixNano": "{{at.ToUnixTimeMilliseconds()}}000000", "asInt": "4" }] } }] }] }] }
            """.ReplaceLineEndings(" ");
        var lab = Promising().RealLoad().Recording(Export(Samples.Noon.AddMinutes(-10), 1, 1) + "\n" + Export(Samples.Noon.AddMinutes(-10).AddSeconds(12), 9, 5) + "\n", "otlp.json");
        Assert.StartsWith("25 %", lab.Of("cpu").Actual, StringComparison.Ordinal);
        Assert.StartsWith("100 MB", lab.Of("memory").Actual, StringComparison.Ordinal);
    }
}
