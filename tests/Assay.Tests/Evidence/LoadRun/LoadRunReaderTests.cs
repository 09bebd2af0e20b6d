using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.LoadRun;
using Assay.Tests.Measuring.Performance;

namespace Assay.Tests.Evidence.LoadRun;

public sealed class LoadRunReaderTests
{
    private static readonly LoadRunReader Reader = new();
    private static readonly string Good = Loads.Runs("app", ("a.csv", 50, 30, 1500), ("b.csv", 80, 30, 2400));

    [Fact]
    public void It_says_what_was_asked_for_stage_by_stage()
    {
        var run = Assert.IsType<Core.Observations.LoadRun>(Assert.Single(HostileInput.Read(Reader, Good).Observations));
        Assert.Equal(("app", "hey 0.1.4"), (run.Component, run.Tool));
        Assert.Equal([new LoadStage(50, 30, 1500, "a.csv"), new LoadStage(80, 30, 2400, "b.csv")], run.Stages);
    }

    [Theory]
    [InlineData("v1", "v2", "only assay/load-run/v1")]
    [InlineData("\"component\": \"app\"", "\"component\": \"\"", "'component'")]
    [InlineData("\"requested\": 1500", "\"requested\": 100", "asks for more than the 100")]
    [InlineData("\"requested\": 1500", "\"requested\": 1500.5", "whole number")]
    [InlineData("\"rate\": 50", "\"rate\": 0", "above zero")]
    [InlineData("\"rate\": 50", "\"rate\": 50, \"note\": 1", "not part of the format")]
    [InlineData("\"b.csv\"", "\"a.csv\"", "same report")]
    [InlineData("\"b.csv\"", "\"../b.csv\"", "name of a file")]
    public void What_would_hide_dropped_requests_is_refused(string right, string wrong, string says) =>
        Assert.Contains(says, HostileInput.Read(Reader, Good.Replace(right, wrong, StringComparison.Ordinal)).Error?.What, StringComparison.Ordinal);

    [Fact]
    public void A_record_without_a_stage_is_empty() =>
        Assert.Equal(EvidenceErrors.Empty, HostileInput.Read(Reader, """{ "schema": "assay/load-run/v1", "component": "a", "tool": "x", "stages": [] }""").Error?.Kind);

    [Fact]
    public void Cut_off_or_mutated_it_is_refused()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);
        HostileInput.NeverThrows(Reader, Good);
    }
}
