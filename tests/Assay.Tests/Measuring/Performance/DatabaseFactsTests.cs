using Assay.Core.Judging;
using Assay.Tests.Support;
using static Assay.Tests.Measuring.Performance.Loads;

namespace Assay.Tests.Measuring.Performance;

/// <summary>Query times are those of the queries that the load test caused, as the upper bound of the bucket that the 95th percentile falls into.</summary>
public sealed class DatabaseFactsTests
{
    private static readonly (string Criterion, string Class)[] Classes = [("database_simple", "simple"), ("database_complex", "complex"), ("database_transaction", "transaction")];

    /// <summary>Counts of queries up to 5 ms, up to 60 ms, up to 150 ms and of all, cumulative, of each class.</summary>
    private static string Scrape(int fast, int middle, int slow, int all) => "process_cpu_count 1\n" + string.Concat(Classes.Select(each => $"""
        db_client_operation_duration_seconds_bucket{'{'}query_class="{each.Class}",le="0.005"{'}'} {fast}
        db_client_operation_duration_seconds_bucket{'{'}query_class="{each.Class}",le="0.06"{'}'} {middle}
        db_client_operation_duration_seconds_bucket{'{'}query_class="{each.Class}",le="0.15"{'}'} {slow}
        db_client_operation_duration_seconds_bucket{'{'}query_class="{each.Class}",le="+Inf"{'}'} {all}
        db_client_operation_duration_seconds_count{'{'}query_class="{each.Class}"{'}'} {all}

        """));

    private static Lab Recorded(params string[] scrapes) => Promising().RealLoad().Recording(Scrapes(scrapes));

    [Fact]
    [Shows("database_simple", Status.Pass)]
    [Shows("database_complex", Status.Pass)]
    [Shows("database_transaction", Status.Pass)]
    public void Fast_queries_pass_whatever_was_slow_before_the_load()
    {
        var lab = Recorded(Scrape(0, 0, 0, 50), Scrape(95, 96, 100, 150));
        Assert.All(Classes, each => Assert.Equal((each.Class, Status.Pass, "5 ms at most, of 100 queries"), (each.Class, lab.Of(each.Criterion).Status, lab.Of(each.Criterion).Actual)));
    }

    [Fact]
    [Shows("database_simple", Status.Fail)]
    [Shows("database_complex", Status.Fail)]
    [Shows("database_transaction", Status.Fail)]
    public void Slow_queries_fail()
    {
        var lab = Recorded(Scrape(1000, 1000, 1000, 1000), Scrape(1094, 1094, 1100, 1100));
        Assert.All(Classes, each => Assert.Equal((each.Class, Status.Fail), (each.Class, lab.Of(each.Criterion).Status)));
    }

    [Fact]
    [Shows("database_simple", Status.Missing)]
    [Shows("database_complex", Status.Missing)]
    [Shows("database_transaction", Status.Missing)]
    public void A_class_that_nothing_recorded_is_missing_and_named()
    {
        Assert.All(Classes, each => Assert.Contains($"class {each.Class}", Promising().RealLoad().Of(each.Criterion).Reason, StringComparison.Ordinal));
        Assert.All(Classes, each => Assert.Equal(Status.Missing, Promising().RealLoad().Of(each.Criterion).Status));
        Assert.Contains("no query of class simple was made", Recorded(Scrape(9, 9, 9, 9), Scrape(9, 9, 9, 9)).Of("database_simple").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_appears_during_the_load_is_counted_from_nothing() =>
        Assert.Equal(Status.Pass, Recorded("process_cpu_count 1", Scrape(95, 96, 100, 100)).Of("database_simple").Status);

    [Fact]
    public void Slower_than_the_largest_bucket_is_an_error() =>
        Assert.Contains("slower than the largest bucket", Recorded(Scrape(0, 0, 0, 0), Scrape(5, 5, 90, 100)).Of("database_complex").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_histogram_that_begins_anew_is_an_error() =>
        Assert.Equal(Status.Error, Recorded(Scrape(90, 90, 90, 90), Scrape(1, 1, 1, 1)).Of("database_simple").Status);

    [Fact]
    public void One_scrape_is_an_error() => Assert.Equal(Status.Error, Recorded(Scrape(90, 90, 90, 90)).Of("database_simple").Status);
}
