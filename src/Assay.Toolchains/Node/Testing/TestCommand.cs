using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Assay.Toolchains.Node.Testing;

/// <summary>
/// Arguments that make a runner run once, to the end, and write a report and, where it is asked for, LCOV coverage, besides those that the project itself gives.
/// Bounds for coverage that the project sets are switched off: a bound that is not met would end the run like a failed test; what is demanded stands in the standard.
/// </summary>
internal static class TestCommand
{
    /// <param name="evidence">Folder for reports.</param>
    /// <param name="provider">Of coverage; null for none.</param>
    internal static ImmutableArray<string> Vitest(ImmutableArray<string> own, string evidence, string? provider, TestFilter filter) =>
    [
        "run", .. Without(own, ["--coverage", "--reporter", "--outputFile", "--watch", "--ui", "--bail"], ["-w", "-b"], ["run", "watch", "dev"]).SelectMany(OfTypes),
        "--reporter=junit", $"--outputFile={evidence}/junit.xml", "--bail=0",
        .. provider is null ? (ImmutableArray<string>)["--coverage.enabled=false"] :
        [
            "--coverage.enabled", $"--coverage.provider={provider}", "--coverage.reporter=lcovonly", $"--coverage.reportsDirectory={evidence}/coverage",
            "--coverage.reportOnFailure", "--no-coverage.thresholds.100", "--coverage.thresholds.lines=0", "--coverage.thresholds.branches=0",
            "--coverage.thresholds.functions=0", "--coverage.thresholds.statements=0",
        ],
        .. Named("--testNamePattern=", own, ["-t", "--testNamePattern"], TitlePattern.Of(filter.Titles, name => name)), .. filter.Files,
    ];

    internal static ImmutableArray<string> Jest(ImmutableArray<string> own, string evidence, string json, bool coverage, TestFilter filter) =>
    [
        .. Without(own, ["--coverage", "--collectCoverage", "--reporters", "--outputFile", "--watch", "--watchAll", "--json", "--onlyChanged", "--bail"], ["-o", "-b"], []),
        "--ci", "--json", $"--outputFile={json}", "--bail=0",
        .. coverage ? ["--coverage", "--coverageReporters=lcovonly", $"--coverageDirectory={evidence}/coverage", "--coverageThreshold={}"] : (ImmutableArray<string>)["--coverage=false"],
        .. Named("--testNamePattern=", own, ["-t", "--testNamePattern"], TitlePattern.Of(filter.Titles, name => name)),
        .. filter.Files.Select(file => Regex.Escape(file).Replace("\\ ", " ", StringComparison.Ordinal) + "$"),
    ];

    /// <param name="reporter">Path of Assay's own reporter.</param>
    internal static ImmutableArray<string> Mocha(ImmutableArray<string> own, string reporter, string json, TestFilter filter) =>
    [
        .. Without(own, ["--reporter", "--reporter-option", "--reporter-options", "--watch", "--bail"], ["-R", "-O", "-w", "-b"], []),
        "--reporter", reporter, "--reporter-option", $"output={json}", "--no-bail",
        .. Named("--grep=", own, ["-g", "--grep", "-f", "--fgrep"], TitlePattern.Of(filter.Titles, name => name)),
    ];

    /// <param name="reporter">Path of Assay's own reporter.</param>
    internal static ImmutableArray<string> Node(ImmutableArray<string> own, string evidence, string reporter, string json, bool coverage, TestFilter filter) =>
    [
        $"--test-reporter={new Uri(reporter).AbsoluteUri}", $"--test-reporter-destination={json}",
        .. coverage ? ["--experimental-test-coverage", "--test-reporter=lcov", $"--test-reporter-destination={evidence}/lcov.info"] : (ImmutableArray<string>)[],
        .. Named("--test-name-pattern=", own, ["--test-name-pattern"], TitlePattern.Of(filter.Titles, TitlePattern.Last)),
        .. Without(own, ["--experimental-test-coverage", "--test-reporter", "--test-reporter-destination", "--watch",
            "--test-coverage-lines", "--test-coverage-branches", "--test-coverage-functions"], [], []),
        // Files that the project names itself would be run besides.
        .. own.All(word => word.StartsWith('-')) ? filter.Files : [],
    ];

    /// <summary>A type error in a source that is no test of types would end the run like a crash; whether the sources compile is asked elsewhere.</summary>
    private static IEnumerable<string> OfTypes(string word) => word == "--typecheck" ? ["--typecheck.enabled", "--typecheck.ignoreSourceErrors"] : [word];

    /// <summary>None where the project picks by title itself: two patterns are one too many for the runner.</summary>
    private static IEnumerable<string> Named(string option, ImmutableArray<string> own, string[] owns, string? pattern) =>
        pattern is null || own.Any(word => owns.Contains(word.Split('=')[0])) ? [] : [option + pattern];

    /// <summary>Leaves out options (with a value after <c>=</c>, or in the next word for those that need one), flags and words.</summary>
    private static IEnumerable<string> Without(ImmutableArray<string> own, ImmutableArray<string> options, ImmutableArray<string> letters, ImmutableArray<string> words)
    {
        for (int at = 0; at < own.Length; at++)
        {
            string word = own[at];
            string name = word.Split('=')[0];
            if (options.Any(option => name == option || name.StartsWith(option + ".", StringComparison.Ordinal)) || letters.Contains(word))
            {
                bool valued = name is "--reporter" or "--reporters" or "--outputFile" or "-R" or "-O" or "--reporter-option" or "--reporter-options"
                    or "--test-reporter" or "--test-reporter-destination" or "--coverageReporters" or "--coverageDirectory";
                valued |= name == "--bail" && at + 1 < own.Length && own[at + 1].All(char.IsAsciiDigit);
                at += valued && word == name ? 1 : 0;
            }
            else if (!(at == 0 && words.Contains(word)))
            {
                yield return word;
            }
        }
    }
}
