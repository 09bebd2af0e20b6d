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
            var text = file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
            foreach (var hunk in file.Hunks)
            {
                // A line that only moved within the hunk neither adds nor removes anything; one that is there more often than before does.
                var removed = Counts(hunk.Removed);
                var added = Counts(hunk.Added);
                for (var i = 0; i < hunk.Added.Length; i++)
                {
                    if (Found(Added(), hunk.Added[i], text) is { } match && !Take(removed, hunk.Added[i]))
                        yield return new Weakening(WeakeningSource.Suppression, $"adds {match.Value.Trim()}", new Location(file.Path, hunk.NewStart + i));
                }
                foreach (var line in hunk.Removed)
                {
                    if (Found(Removed(), line, text) is { } match && !Take(added, line))
                        yield return new Weakening(WeakeningSource.Suppression, $"removes {match.Value.Trim()}", new Location(file.Path, Math.Max(1, hunk.NewStart)));
                }
            }
        }
    }

    /// <summary>A text about suppressions suppresses nothing, unless MSBuild imports it: of a text, only XML counts that is not quoted as code within a sentence.</summary>
    private static Match? Found(Regex words, string line, bool text)
    {
        var plain = Plain(line);
        if (!text || plain.StartsWith('<')) return words.Match(plain) is { Success: true } match ? match : null;
        return words.Matches(Quoted().Replace(plain, "")).FirstOrDefault(match => match.Value.StartsWith('<'));
    }

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    private static Dictionary<string, int> Counts(IEnumerable<string> lines) =>
        lines.CountBy(Plain, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static bool Take(Dictionary<string, int> lines, string line)
    {
        var key = Plain(line);
        if (lines.GetValueOrDefault(key) == 0) return false;
        lines[key]--;
        return true;
    }

    /// <summary>Without what surrounds it, and readable where the file is UTF-16.</summary>
    private static string Plain(string line) => line.Replace("\0", "", StringComparison.Ordinal).Trim();

    // MSBuild does not tell upper from lower case, and takes a value that stands on a line of its own.
    [GeneratedRegex(
        """
        ExcludeFromCodeCoverage | \#\s*pragma\s+warning\s+disable | SuppressMessage | \#\s*nullable\s+disable
        | (?i: <\s*NoWarn | /nowarn | -p:NoWarn | WarningsNotAsErrors | <\s*WarningLevel | <\s*Nullable\b[^>]*>\s*disable
            | <\s*(TreatWarningsAsErrors | RunAnalyzers\w* | EnableNETAnalyzers | EnforceCodeStyleInBuild)\b(?![^>]*>\s*true\b) | <\s*AnalysisMode\b[^>]*>\s*None | <\s*NuGetAuditSuppress\b | <\s*NuGetAudit\b[^>]*>\s*false
            | <\s*(VSTestTestCaseFilter | TestingPlatformCommandLineArguments | RunSettingsFilePath | CodeAnalysisRuleSet | GlobalAnalyzerConfigFiles)\b
            | <\s*WarningsAsErrors\b[^>]*( /> | >\s*(</ | $) )
            | <\s*Import(\s|$)(?! [^>]*\bProject\s*=\s*["'][^"']*\.nuget\.g\.(props|targets)["'] )
            | dotnet_(diagnostic|analyzer_diagnostic)\.[\w.-]+\s*=\s*(none|silent) )
        | ^\#\s*line\s+(hidden|\d|\() | \bGeneratedCode(Attribute)?\s*\(
        | ^(/\*+\s*)?eslint\s+["'\w@/-]+\s*: | /\*\s*eslint\s+["'\w@/-]+\s*:
        | (?i: <\s*Compile\s+Remove | <\s*IsTestProject\b[^>]*>\s*true ) | ExcludeByFile | ExcludeByAttribute | SkipAutoProps | (?i: <\s*CollectCoverage\s*>\s*false )
        | eslint-disable | @ts-ignore | @ts-nocheck | @ts-expect-error | (istanbul|c8|v8)\s+ignore | node:coverage\s+(disable|ignore) | biome-ignore
        | \#\s*(?i:pragma[:\s]?\s*no\s*cover | noqa) | \#\s*type:\s*ignore | \#\s*pyright:\s*ignore | \#\s*mypy:\s*ignore-errors | pylint:\s*(disable|skip-file) | \bnosec\b | \bNOLINT | @SuppressWarnings | @Generated\b
        | secretlint-disable | gitleaks:allow | \b(it|test|describe)\.(only|skip)\b | \b(xit|xdescribe|fdescribe|fit)\s*\( | @pytest\.mark\.skip | \[Ignore\b | \bSkip\s*=\s*"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Added();

    [GeneratedRegex(
        """
        TreatWarningsAsErrors\s*>\s*true | <\s*WarningsAsErrors\b[^>]*>\s*[^\s<] | <\s*Nullable\s*>\s*enable | EnforceCodeStyleInBuild\s*>\s*true | EnableNETAnalyzers\s*>\s*true
        | <\s*AnalysisLevel | <\s*AnalysisMode | \#\s*nullable\s+enable | "strict"\s*:\s*true | RestoreLockedMode\s*>\s*true | \#\s*pragma\s+warning\s+restore
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Removed();
}
