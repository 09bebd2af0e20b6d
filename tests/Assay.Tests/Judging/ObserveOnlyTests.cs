using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Tests.Output;

namespace Assay.Tests.Judging;

public sealed class ObserveOnlyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Catches a deployment that is observed by whoever builds the verdict without the command line's check.</summary>
    [Theory]
    [InlineData(Phase.PreImplementation, true)]
    [InlineData(Phase.CodeCompletion, true)]
    [InlineData(Phase.Deployment, false)]
    public void It_holds_before_a_deployment_only(Phase phase, bool holds) => Assert.Equal(holds, ObserveOnly.At(new DateOnly(2026, 11, 23), phase, Noon).Holds);

    /// <summary>Catches an exit code that follows from the flag alone.</summary>
    [Theory]
    [InlineData(Outcome.Blocked, true, false)]
    [InlineData(Outcome.Blocked, false, true)]
    [InlineData(Outcome.Blocked, null, true)]
    [InlineData(Outcome.Adopting, false, false)]
    [InlineData(Outcome.Pass, true, false)]
    [InlineData(Outcome.Pass, null, false)]
    public void Only_a_blocked_verdict_that_nobody_observes_stops(Outcome outcome, bool? observed, bool stops) =>
        Assert.Equal(stops, (Verdicts.Blocked() with { Outcome = outcome, Observed = observed is { } holds ? new ObserveOnly(new DateOnly(2026, 11, 23), holds) : null }).Stops);
}
