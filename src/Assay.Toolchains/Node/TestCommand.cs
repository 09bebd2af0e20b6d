using System.Collections.Immutable;

namespace Assay.Toolchains.Node;

/// <summary>
/// Arguments that make a runner run once and write a JUnit report and LCOV coverage, besides those that the project itself gives. Bounds for coverage that
/// the project sets are switched off: a bound that is not met would end the run like a failed test; what is demanded stands in the standard.
/// </summary>
internal static class TestCommand
{
    internal static ImmutableArray<string> Vitest(ImmutableArray<string> own, string folder, string? provider) =>
    [
        "run", .. Without(own, ["--coverage", "--reporter", "--outputFile", "--watch", "--ui"], ["-w"], ["run", "watch", "dev"]),
        "--reporter=junit", $"--outputFile={folder}/junit.xml",
        .. provider is null ? ImmutableArray<string>.Empty :
        [
            "--coverage.enabled", $"--coverage.provider={provider}", "--coverage.reporter=lcovonly", $"--coverage.reportsDirectory={folder}/coverage",
            "--coverage.reportOnFailure", "--no-coverage.thresholds.100", "--coverage.thresholds.lines=0", "--coverage.thresholds.branches=0",
            "--coverage.thresholds.functions=0", "--coverage.thresholds.statements=0",
        ],
    ];

    internal static ImmutableArray<string> Jest(ImmutableArray<string> own, string folder, string json) =>
    [
        .. Without(own, ["--coverage", "--collectCoverage", "--reporters", "--outputFile", "--watch", "--watchAll", "--json", "--onlyChanged"], ["-o"], []),
        "--ci", "--json", $"--outputFile={json}", "--coverage", "--coverageReporters=lcovonly", $"--coverageDirectory={folder}/coverage", "--coverageThreshold={}",
    ];

    internal static ImmutableArray<string> Mocha(ImmutableArray<string> own, string folder) =>
    [
        .. Without(own, ["--reporter", "--reporter-option", "--reporter-options", "--watch"], ["-R", "-O", "-w"], []),
        "--reporter", "xunit", "--reporter-option", $"output={folder}/junit.xml",
    ];

    internal static ImmutableArray<string> Node(ImmutableArray<string> own, string folder) =>
    [
        "--experimental-test-coverage",
        "--test-reporter=junit", $"--test-reporter-destination={folder}/junit.xml",
        "--test-reporter=lcov", $"--test-reporter-destination={folder}/lcov.info",
        .. Without(own, ["--experimental-test-coverage", "--test-reporter", "--test-reporter-destination", "--watch",
            "--test-coverage-lines", "--test-coverage-branches", "--test-coverage-functions"], [], []),
    ];

    /// <summary>Leaves out options (with a value after <c>=</c>, or in the next word for those that need one), flags and words.</summary>
    internal static IEnumerable<string> Without(ImmutableArray<string> own, ImmutableArray<string> options, ImmutableArray<string> letters, ImmutableArray<string> words)
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
