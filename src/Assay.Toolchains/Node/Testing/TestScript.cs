using System.Collections.Immutable;

namespace Assay.Toolchains.Node.Testing;

/// <summary>Runners that Assay knows how to ask for a report.</summary>
internal enum TestRunner { Vitest, Jest, Mocha, Node, Unknown }

/// <summary>How a package runs its tests: the command in its own <c>test</c> script, without wrappers.</summary>
/// <param name="Arguments">The runner's arguments as the project gives them.</param>
/// <param name="Variables">Variables that the script sets for it.</param>
/// <param name="Before">Commands that the script runs first and that the tests may need (builds, generators); checks are left out.</param>
internal sealed record TestScript(
    TestRunner Runner, ImmutableArray<string> Arguments, ImmutableDictionary<string, string> Variables, ImmutableArray<string> Before, string Text)
{
    private static readonly ImmutableArray<string> Names = ["test", "test:unit", "test:ci", "unit", "tests"];
    private static readonly ImmutableArray<string> Builds = ["build", "tsc", "compile", "generate", "codegen", "prepare", "unbuild", "tsup", "rollup", "webpack"];

    /// <summary>
    /// Every run of tests that the package's own script starts, in order, also by way of its other scripts: a second run that fails fails the script.
    /// Empty where the package has no tests to run.
    /// </summary>
    internal static ImmutableArray<TestScript> Of(NodeManifest manifest)
    {
        foreach (string name in Names)
        {
            if (manifest.Scripts.ContainsKey(name) && new TestScriptRuns(manifest).Of(name) is { IsEmpty: false } runs)
            {
                return runs;
            }
        }

        TestRunner runner = manifest.Uses("vitest") ? TestRunner.Vitest : manifest.Uses("jest") ? TestRunner.Jest : manifest.Uses("mocha") ? TestRunner.Mocha : TestRunner.Unknown;
        return runner != TestRunner.Unknown ? [new(runner, [], [], [], "")]
            : manifest.Scripts.TryGetValue("test", out string? unknown) && !IsPlaceholder(unknown) ? [new(runner, [], [], [], unknown)]
            : [];
    }

    internal static (TestRunner, ImmutableArray<string>, ImmutableDictionary<string, string>)? Find(ImmutableArray<string> words)
    {
        var variables = ImmutableDictionary<string, string>.Empty;
        int node = -1;
        for (int at = 0; at < words.Length; at++)
        {
            string word = words[at];
            if (word.IndexOf('=') is var equals and > 0 && word[..equals].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                variables = variables.SetItem(word[..equals], word[(equals + 1)..]);
                continue;
            }

            ImmutableArray<string> rest = words[(at + 1)..];
            if (node >= 0 && TreePaths.Name(word).StartsWith("jest", StringComparison.Ordinal))
            {
                variables = variables.SetItem("NODE_OPTIONS", string.Join(' ', words[(node + 1)..at])); // node --experimental-vm-modules …/jest
            }

            switch (TreePaths.Name(word))
            {
                case "vitest" or "vitest.mjs": return (TestRunner.Vitest, rest, variables);
                case "jest" or "jest.js": return (TestRunner.Jest, rest, variables);
                case "mocha" or "_mocha" or "mocha.js": return (TestRunner.Mocha, rest, variables);
                case "node" when rest.Contains("--test"): return (TestRunner.Node, rest, variables);
                case "node": node = at; break;
            }
        }

        return null;
    }

    internal static bool IsBuild((string Text, ImmutableArray<string> Words) command) =>
        command.Words.Any(word => Builds.Any(build => word == build || word.StartsWith(build + ":", StringComparison.Ordinal) || word.EndsWith(":" + build, StringComparison.Ordinal)))
        && !command.Words.Contains("--noEmit");

    private static bool IsPlaceholder(string script) => script.Contains("no test specified", StringComparison.Ordinal);
}
