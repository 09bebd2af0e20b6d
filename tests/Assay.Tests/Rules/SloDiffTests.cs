using Assay.Core.Changes;
using Assay.Core.Rules;
using Assay.Tests.Measuring.Performance;
using Assay.Tests.Support;

namespace Assay.Tests.Rules;

/// <summary>A change that promises less than before is named, whatever component it is in.</summary>
public sealed class SloDiffTests
{
    [Theory]
    [InlineData("p50: 100 ms", "p50: 120 ms", "promises latency.p50 120 ms instead of 100 ms")]
    [InlineData("p95: 200 ms", "p95: 1 s", "promises latency.p95 1000 ms instead of 200 ms")]
    [InlineData("p99: 500 ms", "p99: 501 ms", "promises latency.p99 501 ms instead of 500 ms")]
    [InlineData("0.5 %", "0.6 %", "promises error_rate 0.6 % instead of 0.5 %")]
    [InlineData("rate: 20 /s", "rate: 10 /s", "promises load.rate 10 /s instead of 20 /s")]
    [InlineData("duration: 12 s", "duration: 10 s", "promises load.duration 10000 ms instead of 12000 ms")]
    [InlineData("peak: 80 /s", "peak: 20 /s", "promises load.peak 20 /s instead of 80 /s")]
    [InlineData(", peak: 80 /s", "", "no longer states load.peak")]
    [InlineData("latency:", "latency: [", "no longer states latency.p50")]
    public void Each_lower_promise_is_named(string before, string after, string says)
    {
        var found = Of(new FakeTree(("services/pay/slo.yaml", Loads.Slo.Replace(before, after, StringComparison.Ordinal))));
        Assert.Equal((WeakeningSource.Rule, "services/pay/slo.yaml", says), (found[0].Source, found[0].Location!.File, found[0].What));
    }

    [Theory]
    [InlineData("p95: 200 ms", "p95: 150 ms")]
    [InlineData("rate: 20 /s", "rate: 30 /s")]
    [InlineData("duration: 12 s", "duration: 1 min")]
    [InlineData("schema", "# new\nschema")]
    public void A_higher_promise_is_no_loosening(string before, string after) =>
        Assert.Empty(Of(new FakeTree(("services/pay/slo.yaml", Loads.Slo.Replace(before, after, StringComparison.Ordinal)))));

    [Fact]
    public void Removing_the_promise_and_keeping_the_component_is_named() =>
        Assert.Contains("removes what the component promises", Assert.Single(Of(new FakeTree(("services/pay/App.cs", "x")))).What, StringComparison.Ordinal);

    [Fact]
    public void It_is_among_what_a_change_loosens()
    {
        var policy = Policy.Of(Samples.Standard(Samples.Criterion()), Core.Configurations.Configuration.Default);
        var lower = new FakeTree(("slo.yaml", Loads.Slo.Replace("20 /s", "2 /s", StringComparison.Ordinal)));
        Assert.Single(Weakenings.Of(Samples.Change(), policy, lower, policy, new FakeTree(("slo.yaml", Loads.Slo))));
    }

    [Fact]
    public void A_promise_that_moves_is_compared_where_it_went()
    {
        var lower = Loads.Slo.Replace("rate: 20 /s", "rate: 1 /s", StringComparison.Ordinal);
        Assert.Single(Of(new FakeTree(("services/pay/slo.yml", lower))));
        Assert.Single(Of(new FakeTree(("pay/slo.yaml", lower)), new ChangedFile("pay/slo.yaml", "services/pay/slo.yaml", ChangeKind.Renamed, [])));
        Assert.Empty(Of(new FakeTree(("pay/slo.yaml", Loads.Slo)), new ChangedFile("pay/slo.yaml", "services/pay/slo.yaml", ChangeKind.Renamed, [])));
    }

    private static List<Weakening> Of(FakeTree head, params ChangedFile[] files) =>
        [.. SloDiff.Loosened(Samples.Change(files), head, new FakeTree(("services/pay/slo.yaml", Loads.Slo)))];
}
