using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Proof.Reasons;

/// <summary>An exception as a report names it.</summary>
/// <param name="Type">Its type without namespace; <c>Error</c> where the runner hides it.</param>
/// <param name="Code">A code in brackets, as Node writes it; empty where there is none.</param>
internal sealed record FailureHead(string Type, string Code, string Message);

/// <summary>A line of a stack trace.</summary>
/// <param name="Method">As written; empty where there is none.</param>
/// <param name="File">As written; null where the frame names none.</param>
internal sealed record FailureFrame(string Method, string? File);

/// <summary>What a report says of a failure, taken apart.</summary>
/// <param name="Text">The message, as the runner gives it.</param>
/// <param name="Heads">The exception and what caused it, outermost first, without the runner's own wrapping.</param>
internal sealed partial record Failure(string Text, ImmutableArray<FailureHead> Heads, ImmutableArray<FailureFrame> Frames)
{
    private const int MostLines = 400;

    /// <summary>The innermost cause, which says what went wrong.</summary>
    public string Type => Heads.IsEmpty ? "exception" : Heads[^1].Type;

    /// <summary>The stack ran out in code that calls itself.</summary>
    public bool Exhausted => Heads.Any(head => head.Message.StartsWith("Maximum call stack size exceeded", StringComparison.Ordinal)
        || head.Type is "RecursionError" or "InsufficientExecutionStackException" or "StackOverflowException");

    /// <summary>An answer of the code under test that is not what <c>EnsureSuccessStatusCode</c> demands.</summary>
    public bool IsResponse => Heads.Any(head => head.Message.StartsWith("Response status code does not indicate success", StringComparison.Ordinal));

    public static Failure Of(TestCase failed)
    {
        var message = Plain(failed.Message);
        var trace = Plain(failed.Trace);
        var heads = ImmutableArray.CreateBuilder<FailureHead>();
        var frames = ImmutableArray.CreateBuilder<FailureFrame>();
        var lines = $"{message}\n{trace}".Split('\n');
        foreach (var line in lines.Take(MostLines))
        {
            if (Frame(line) is { } frame) frames.Add(frame);
            foreach (Match match in Head().Matches(line)) Add(heads, match);
            if (PytestEnd().Match(line) is { Success: true } end && heads.All(head => head.Type != end.Groups["type"].Value))
                heads.Add(new(end.Groups["type"].Value, "", ""));
        }
        // Vitest and Node give the message without its type, and only the text behind it names the type.
        if (heads.Count == 0 && Untyped().Match(message) is { Success: true } untyped)
            heads.Add(new(untyped.Groups["reference"].Success ? "ReferenceError" : "TypeError", "", message.Split('\n')[0]));
        return new(message, heads.ToImmutable(), frames.ToImmutable());
    }

    private static void Add(ImmutableArray<FailureHead>.Builder heads, Match match)
    {
        var head = new FailureHead(match.Groups["type"].Value, match.Groups["code"].Value, match.Groups["message"].Value.Trim());
        if (head.Code != "ERR_TEST_FAILURE" && !heads.Contains(head)) heads.Add(head);
    }

    private static FailureFrame? Frame(string line)
    {
        if (DotNetFrame().Match(line) is { Success: true } dotNet)
            return new(dotNet.Groups["method"].Value, dotNet.Groups["file"].Success ? dotNet.Groups["file"].Value : null);
        if (PythonFrame().Match(line) is { Success: true } python) return new("", python.Groups["file"].Value);
        return ScriptFrame().Match(line) is { Success: true } script ? new(script.Groups["method"].Value.Trim(), script.Groups["file"].Value) : null;
    }

    private static string Plain(string? text) => Colours().Replace((text ?? "").Replace("\r", "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"\x1b?\[\d+(;\d+)*m")]
    private static partial Regex Colours();

    // At the start of a line behind what runners put there; in the midst of it only with its namespace, as MSTest writes it.
    [GeneratedRegex(@"(?:^[\s\[]*(?:(?:E\s|-{2,}>?|\d+\)|Caused by:|\[?cause\]?:|(?:OneTime)?(?:SetUp|TearDown)\s?:|failed on (?:setup|teardown) with ""|Uncaught|Unhandled|Unknown|thrown:|Serialized|●)\s*)*(?:[\w$]+(?:\.|\+))*|(?<![\w.])(?:[A-Z]\w*\.)+)(?<type>[A-Z][\w`]*(?:Error|Exception|Failed|Failure|Timeout|Expired|Exit|Fault)|Error|Failed|timeout|gaierror)(?:\s\[(?<code>\w+)\])?\s?:\s(?<message>.*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^[^\s:][^:]*\.py:\d+: (?:[\w]+\.)*(?<type>[A-Z]\w+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PytestEnd();

    [GeneratedRegex(@"^\S+ is not (?:a function|a constructor|iterable)|^Cannot (?:read|set) propert|^Cannot destructure|(?<reference>^\S+ is not defined$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Untyped();

    [GeneratedRegex(@"^\s*(?:\d+\)\s+)?at (?<method>[\w.<>+`\[\],|]+\([^)]*\))(?: in (?<file>.+):line \d+)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex DotNetFrame();

    [GeneratedRegex(@"^(?:\s*File ""(?<file>[^""]+)"", line \d+|(?<file>[^\s:][^:]*\.py):\d+: )", RegexOptions.ExplicitCapture)]
    private static partial Regex PythonFrame();

    [GeneratedRegex(@"^\s*(?:❯\s(?:(?<method>.+) )?(?<file>\S+\.(?:[mc]?[jt]sx?|vue|svelte))|at (?:async )?(?:(?<method>[^(]*)\()?(?:file://)?(?<file>[^()]+\.(?:[mc]?[jt]sx?|vue|svelte)|node:[\w/]+))(?:\?[^:]*)?:\d+(?::\d+)?\)?", RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptFrame();
}
