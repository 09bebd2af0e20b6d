using Assay.Toolchains.DotNet.Testing;

namespace Assay.Tests.Toolchains.DotNet;

public sealed class TrxSummaryTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<R><UnitTestResult outcome=\"Passed\"/><UnitTestResult outcome=\"Failed\"/><RunInfo outcome=\"Error\"><Text>A.Bad [FAIL]</Text></RunInfo></R>", 2, 1, false)]
    [InlineData("<R><RunInfo outcome=\"Error\"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo><UnitTestResult outcome=\"Failed\"/></R>", 1, 1, true)]
    [InlineData("<R/>", 0, 0, false)]
    public void A_run_that_was_cut_short_is_told_apart_from_one_with_failing_tests(string report, int results, int failed, bool aborted)
    {
        folder.Write("x.trx", report);

        Assert.Equal(new TrxSummary(results, failed, aborted), TrxSummary.Read(folder.File("x.trx")));
    }

    [Fact]
    public void A_report_that_is_not_there_or_cut_off_counts_as_none()
    {
        folder.Write("x.trx", "<R><UnitTestResult");

        Assert.Null(TrxSummary.Read(folder.File("x.trx")));
        Assert.Null(TrxSummary.Read(folder.File("y.trx")));
    }
}
