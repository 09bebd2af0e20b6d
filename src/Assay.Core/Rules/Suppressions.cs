using System.Text.RegularExpressions;
using Assay.Core.Changes;

namespace Assay.Core.Rules;

/// <summary>Suppressions that a change adds, and strictness that it removes, read from its edited lines.</summary>
internal static partial class Suppressions
{
    public static IEnumerable<Weakening> In(Change change)
    {
        foreach (var file in change.Files)
        {
            foreach (var hunk in file.Hunks)
            {
                // A line that only moved within the hunk neither adds nor removes anything.
                var removed = hunk.Removed.Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
                var added = hunk.Added.Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
                for (var i = 0; i < hunk.Added.Length; i++)
                {
                    if (Added().Match(hunk.Added[i]) is { Success: true } match && !removed.Contains(hunk.Added[i].Trim()))
                        yield return new Weakening(WeakeningSource.Suppression, $"adds {match.Value.Trim()}", new Location(file.Path, hunk.NewStart + i));
                }
                foreach (var line in hunk.Removed)
                {
                    if (Removed().Match(line) is { Success: true } match && !added.Contains(line.Trim()))
                        yield return new Weakening(WeakeningSource.Suppression, $"removes {match.Value.Trim()}", new Location(file.Path, Math.Max(1, hunk.NewStart)));
                }
            }
        }
    }

    [GeneratedRegex(
        """
        ExcludeFromCodeCoverage | \#\s*pragma\s+warning\s+disable | SuppressMessage | \#\s*nullable\s+disable
        | <\s*NoWarn | /nowarn | -p:NoWarn | WarningsNotAsErrors | TreatWarningsAsErrors\s*>\s*false | <\s*WarningLevel | <\s*Nullable\s*>\s*disable
        | RunAnalyzers\w*\s*>\s*false | EnableNETAnalyzers\s*>\s*false | EnforceCodeStyleInBuild\s*>\s*false | <\s*AnalysisMode\s*>\s*None
        | <\s*Compile\s+Remove | <\s*IsTestProject\s*>\s*true | ExcludeByFile | ExcludeByAttribute | SkipAutoProps | <\s*CollectCoverage\s*>\s*false
        | eslint-disable | @ts-ignore | @ts-nocheck | @ts-expect-error | (istanbul|c8|v8)\s+ignore | node:coverage\s+(disable|ignore) | biome-ignore
        | pragma:\s*no\s*cover | \#\s*noqa | \#\s*type:\s*ignore | pylint:\s*disable | \bnosec\b | \bNOLINT | @SuppressWarnings | @Generated\b
        | secretlint-disable | gitleaks:allow | \b(it|test|describe)\.(only|skip)\b | \b(xit|xdescribe|fdescribe|fit)\s*\( | @pytest\.mark\.skip | \[Ignore\b | \bSkip\s*=\s*"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Added();

    [GeneratedRegex(
        """
        TreatWarningsAsErrors\s*>\s*true | <\s*Nullable\s*>\s*enable | EnforceCodeStyleInBuild\s*>\s*true | EnableNETAnalyzers\s*>\s*true
        | <\s*AnalysisLevel | <\s*AnalysisMode | \#\s*nullable\s+enable | "strict"\s*:\s*true | RestoreLockedMode\s*>\s*true | \#\s*pragma\s+warning\s+restore
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Removed();
}
