using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Proof.Judging;
using Assay.Proof.Running;

namespace Assay.Proof.Hunks;

/// <summary>A run with pieces taken back → what it shows. Pure.</summary>
/// <param name="tests">Test files at head, with their text.</param>
internal sealed partial class TakenBackReading(GreenCases green, ImmutableDictionary<string, Lazy<string>> tests)
{
    public TakenBack Read(PhaseRun run, Removal removal, TimeSpan limit)
    {
        if (run.Problem is { } problem)
            return new TakenBack.NotHeld(problem.Error.Kind == CollectionErrors.ToolTimedOut
                ? string.Create(CultureInfo.InvariantCulture, $"the tests did not end within {limit.TotalSeconds:0} s without it")
                : $"it shows nothing: {problem.Error.What}");
        if (!run.CompileErrors.IsEmpty) return Compiling(run.CompileErrors, removal);
        if (run.Tests.IsEmpty) return new TakenBack.NotHeld("no test ran without it");

        var failed = run.Tests.Where(test => test.Outcome == TestOutcome.Failed).OrderBy(test => test.Id, StringComparer.Ordinal).ThenBy(test => test.Run, StringComparer.Ordinal).ToList();
        var unloaded = failed.Where(test => !green.Knows(CaseKey.Of(test))).Select(FileOf).OfType<string>().ToList();
        if (unloaded.Find(file => !Names(file, removal)) is { } file) return new TakenBack.NotBuilt([$"{file} does not load without it", .. MessagesOf(failed)]);

        // A name that production still uses is missed as a compiler would miss it: the test that stumbles over it asked for nothing.
        var holding = failed.Where(test => green.Holds(CaseKey.Of(test))).ToList();
        var missed = holding.Where(test => MissesName(test, removal)).ToList();
        if (missed.Count > 0) return new TakenBack.NotBuilt([.. MessagesOf(missed)]);
        if (holding is [var first, ..]) return new TakenBack.Fails(first.Id, first);
        return unloaded is [var names, ..] ? new TakenBack.Fails(names, null) : new TakenBack.NotHeld("no test fails without it");
    }

    /// <summary>A type checker is no test; a test that does not compile names what went.</summary>
    private TakenBack Compiling(ImmutableArray<ToolFinding> errors, Removal removal)
    {
        foreach (var error in errors)
        {
            if (error.File is null || !tests.ContainsKey(error.File) || !Words.In(error.Message).Any(removal.Names.Contains))
                return new TakenBack.NotBuilt([.. errors.Select(each => $"{each.File}:{each.Line} {each.Rule}: {each.Message}")]);
        }
        var first = errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).First();
        return new TakenBack.Fails((first.Line is { } line ? green.Above(tests[first.File!].Value, line) : null) ?? first.File!, null);
    }

    /// <summary>The test file that a case stands for whose file did not load.</summary>
    private string? FileOf(TestCase test) =>
        tests.Keys.Where(path => Ends(test.Id, path) || Ends(test.Name, path) || (test.File is { } file && Ends(file, path) && Ends(path, test.Id))).MaxBy(path => path.Length);

    private static bool Ends(string text, string path) =>
        text.Replace('\\', '/') is var slashed && slashed.EndsWith(path, StringComparison.Ordinal) && (slashed.Length == path.Length || slashed[^(path.Length + 1)] == '/');

    private bool Names(string file, Removal removal) => Words.In(tests[file].Value).Any(removal.Missing.Contains);

    private bool MissesName(TestCase test, Removal removal) =>
        test.Message is { } message && Missing().Match(message) is { Success: true } match
        && match.Groups[1].Value.Split('.')[^1] is var name && removal.Names.Contains(name) && !removal.Vanished.Contains(name) && !RaisedByTest(test);

    /// <summary>The first file of the trace that is not the runner's is a test.</summary>
    private bool RaisedByTest(TestCase test) =>
        test.Trace is { } trace && Frame().Matches(trace).Select(match => match.Value.Replace('\\', '/'))
            .FirstOrDefault(path => !path.Contains("node_modules/", StringComparison.Ordinal) && !path.StartsWith("node:", StringComparison.Ordinal)) is { } first
        && tests.Keys.Any(path => first.EndsWith(path, StringComparison.Ordinal));

    private static IEnumerable<string> MessagesOf(IEnumerable<TestCase> failed) => failed.Select(test => test.Message).OfType<string>().Take(20);

    [GeneratedRegex(@"(?:^|[\s:'""])'?([\p{L}_$][\p{L}\p{Nd}_$.]*)'? is not (?:defined|a function|a constructor)\b")]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?:[A-Za-z]:)?[\w./\\@-]+\.(?:[cm]?[jt]sx?|py)\b")]
    private static partial Regex Frame();
}
