using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Observations;
using Assay.Core.Sources;
using Assay.Proof.Reasons;
using Assay.Proof.Running;

namespace Assay.Proof.Compiling.Modules;

/// <summary>
/// Where a test file could not be loaded because a module lacks a name, or is not there, and the change brings it: the name is given as undefined.
/// Then each test that uses it fails by itself, and each that does not shows what it shows.
/// </summary>
internal static partial class ModuleRepair
{
    public static RedRepair? Of(PhaseRun red, IFileTree tree, ImmutableHashSet<string> changedTests, Introduced introduced, IFileTree head)
    {
        var broken = red.Tests.Where(test => test.Outcome == TestOutcome.Failed && NotLoaded(test, changedTests)).ToList();
        var nothingRan = red.Tests.IsEmpty && (red.Problem is { SetUp: false } || (red.Problem is null && !red.Commands.IsEmpty));
        if (broken.Count == 0 && !nothingRan) return null;
        var edits = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in changedTests.Where(path => tree.Read(path) is not null))
        {
            switch (Languages.OfPath(path))
            {
                case Language.JavaScript or Language.TypeScript:
                    new ScriptNames(tree, head, changedTests, introduced).Give(path, edits);
                    break;
                case Language.Python:
                    new PythonNames(tree, head, changedTests, introduced).Give(path, edits);
                    break;
            }
        }
        foreach (var path in TypeErrors.OnlyOf(broken, changedTests, introduced).Where(path => tree.Read(path) is { } content && !TypeErrors.AreOff(content)))
            edits.Add(path, TypeErrors.Off(tree.Read(path)!));
        if (edits.Count > 0) return new(edits.ToImmutableDictionary(), [], null);
        return red.Problem is null && red.Tests.All(broken.Contains) ? RedRepair.Refuse($"no test could be loaded: {Why(broken)}") : null;
    }

    private static string Why(List<TestCase> broken) => broken is [{ Message: { Length: > 0 } message }, ..] ? message.Split('\n')[0] : "the runner did not say why";

    /// <summary>The failure is one of a file before any of its tests ran.</summary>
    private static bool NotLoaded(TestCase test, ImmutableHashSet<string> changedTests)
    {
        if (Loading().IsMatch(test.Message ?? "") || Loading().IsMatch(test.Trace ?? "")) return true;
        var name = test.Name.Replace('\\', '/');
        return changedTests.Any(path => name == path || name.EndsWith($"/{path}", StringComparison.Ordinal) || (test.File is { Length: > 0 } file && name == file && path.EndsWith(file, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"Test suite failed to run|collection failure|while importing test module|does not provide an export named|is not exported by|No matching export in|error\S* TS\d+:|Failed to resolve import|Does the file exist\?|Cannot find module|cannot import name|No module named")]
    private static partial Regex Loading();
}

/// <summary>What keeps TypeScript tests from being compiled by a runner that checks types.</summary>
internal static partial class TypeErrors
{
    private const string Switch = "// @ts-nocheck\n";

    /// <summary>Test files of which every reported error names what the change introduces; types do not change what runs, so each test then shows its own.</summary>
    internal static IEnumerable<string> OnlyOf(List<TestCase> broken, ImmutableHashSet<string> changedTests, Introduced introduced) => broken
        .SelectMany(test => Diagnostic().Matches(Colours().Replace($"{test.Message}\n{test.Trace}", "")))
        .GroupBy(match => match.Groups["file"].Value)
        .Where(file => file.All(match => match.Groups["code"].Value is "2305" or "2307" or "2339" or "2353" or "2551" or "2554" or "2555" or "2561" or "2614" or "2724" or "1192" or "2694"
            && NamesIn.Message(match.Groups["message"].Value).Any(name => introduced.Names.Contains(name) || introduced.Files.Any(path => path.Contains($"/{name}.", StringComparison.Ordinal)))))
        .SelectMany(file => changedTests.Where(path => path == file.Key || path.EndsWith($"/{file.Key}", StringComparison.Ordinal) || file.Key.EndsWith($"/{path}", StringComparison.Ordinal)))
        .Distinct();

    internal static bool AreOff(byte[] content) => Encoding.UTF8.GetString(content).StartsWith(Switch, StringComparison.Ordinal);

    internal static byte[] Off(byte[] content) => [.. Encoding.UTF8.GetBytes(Switch), .. content];

    [GeneratedRegex(@"^\s*(?<file>[^\s:][^:\n]*\.[mc]?tsx?):\d+:\d+ - error TS(?<code>\d+): (?<message>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"\x1b?\[\d+(;\d+)*m")]
    private static partial Regex Colours();
}
