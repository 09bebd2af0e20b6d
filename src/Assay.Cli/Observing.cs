using Assay.Core.Judging;
using Assay.Core.Rules;

namespace Assay.Cli;

/// <summary>What a verdict says of being observed only.</summary>
internal static class Observing
{
    /// <summary>While it holds, it makes the judgement laxer.</summary>
    public static IEnumerable<Weakening> Weakens(ObserveOnly? observed)
    {
        if (observed is { Holds: true }) yield return new Weakening(WeakeningSource.Flag, $"--observe-until {observed.Day()}: a blocked verdict is reported and stops nothing, up to the end of that day (UTC)");
    }

    /// <summary>Once it is over, it makes nothing laxer, and only explains why this verdict blocks and the one before did not.</summary>
    public static IEnumerable<string> Notes(ObserveOnly? observed)
    {
        if (observed is { Holds: false }) yield return $"--observe-until {observed.Day()} is over, so a blocked verdict stops again; leave the flag out";
    }
}
