using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Assay.Toolchains.Node.Trials;

/// <summary>Arguments for one run in a comparison: a report, coverage only where it is asked for, only the tests that are asked for, and no end at the first failure.</summary>
internal static class TrialCommand
{
    /// <param name="evidence">Folder for reports.</param>
    /// <param name="provider">Of coverage; null for none.</param>
    internal static ImmutableArray<string> Vitest(ImmutableArray<string> own, string evidence, string? provider, TrialFilter filter) =>
    [
        // A type error in a source that is no test of types would end the run like a crash; whether it compiles is not asked here.
        .. TestCommand.Vitest([.. Whole(own).SelectMany(word => word == "--typecheck" ? ["--typecheck.enabled", "--typecheck.ignoreSourceErrors"] : (string[])[word])], evidence, provider),
        .. provider is null ? ["--coverage.enabled=false"] : (ImmutableArray<string>)[], "--bail=0",
        .. Named("--testNamePattern=", own, ["-t", "--testNamePattern"], TitlePattern.Of(filter.Titles, name => name)), .. filter.Files,
    ];

    internal static ImmutableArray<string> Jest(ImmutableArray<string> own, string evidence, string json, bool coverage, TrialFilter filter) =>
    [
        .. TestCommand.Jest(Whole(own), evidence, json).Where(word => coverage || !word.StartsWith("--coverage", StringComparison.Ordinal)),
        .. coverage ? [] : (ImmutableArray<string>)["--coverage=false"], "--bail=0",
        .. Named("--testNamePattern=", own, ["-t", "--testNamePattern"], TitlePattern.Of(filter.Titles, name => name)),
        .. filter.Files.Select(file => Regex.Escape(file).Replace("\\ ", " ", StringComparison.Ordinal) + "$"),
    ];

    internal static ImmutableArray<string> Mocha(ImmutableArray<string> own, string reporter, string json, TrialFilter filter) =>
    [
        .. TestCommand.Without(Whole(own), ["--reporter", "--reporter-option", "--reporter-options", "--watch"], ["-R", "-O", "-w"], []),
        "--reporter", reporter, "--reporter-option", $"output={json}", "--no-bail",
        .. Named("--grep=", own, ["-g", "--grep", "-f", "--fgrep"], TitlePattern.Of(filter.Titles, name => name)),
    ];

    internal static ImmutableArray<string> Node(ImmutableArray<string> own, string evidence, string reporter, string json, bool coverage, TrialFilter filter) =>
    [
        $"--test-reporter={new Uri(reporter).AbsoluteUri}", $"--test-reporter-destination={json}",
        .. coverage ? ["--experimental-test-coverage", "--test-reporter=lcov", $"--test-reporter-destination={evidence}/lcov.info"] : (ImmutableArray<string>)[],
        .. Named("--test-name-pattern=", own, ["--test-name-pattern"], TitlePattern.Of(filter.Titles, TitlePattern.Last)),
        .. TestCommand.Without(own, ["--experimental-test-coverage", "--test-reporter", "--test-reporter-destination", "--watch",
            "--test-coverage-lines", "--test-coverage-branches", "--test-coverage-functions"], [], []),
        // Files that the project names itself would be run besides.
        .. own.All(word => word.StartsWith('-')) ? filter.Files : [],
    ];

    private static ImmutableArray<string> Whole(ImmutableArray<string> own) => [.. TestCommand.Without(own, ["--bail"], ["-b"], [])];

    /// <summary>None where the project picks by title itself: two patterns are one too many for the runner.</summary>
    private static IEnumerable<string> Named(string option, ImmutableArray<string> own, string[] owns, string? pattern) =>
        pattern is null || own.Any(word => owns.Contains(word.Split('=')[0])) ? [] : [option + pattern];
}
