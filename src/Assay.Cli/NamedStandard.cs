using System.Globalization;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Cli;

/// <summary>What a verdict says of a standard that another one was expected in the place of.</summary>
internal static class NamedStandard
{
    /// <param name="judged">The standard that is judged by.</param>
    /// <param name="asked">What <c>--standard</c> names; null without it.</param>
    /// <param name="usual">The standard that stands without <c>--standard</c>; null where it could not be had.</param>
    public static IEnumerable<Weakening> Weakens(Standard judged, string? asked, Standard? usual)
    {
        if (asked is not null && usual is not null && Less(usual, judged) is { } less)
            yield return new Weakening(WeakeningSource.Flag, $"--standard {asked} asks less than {usual.Name} {usual.Version}, which stands without it: {less}");
        // Two standards of one name and version would look the same in every verdict.
        if (BuiltInStandards.Load(judged.Name) is { } own && own.Version == judged.Version && own.Digest != judged.Digest && own.Digest != usual?.Digest && Less(own, judged) is { } hidden)
            yield return new Weakening(WeakeningSource.Setting, $"the standard calls itself {own.Name} {own.Version}, and asks less than that: {hidden}");
    }

    private static string? Less(Standard usual, Standard judged)
    {
        var less = StandardDiff.Loosened(usual, judged).ToList();
        return less.Count == 0 ? null : $"{less[0]}{(less.Count == 1 ? "" : $", and {(less.Count - 1).ToString(CultureInfo.InvariantCulture)} more")}";
    }
}
