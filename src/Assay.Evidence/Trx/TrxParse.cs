using System.Xml;
using Assay.Core.Observations;
using Assay.Evidence.TestResults;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Trx;

/// <summary>One pass over one report. Definitions stand behind the results, so both are kept until the end.</summary>
internal sealed class TrxParse(XmlCursor cursor)
{
    private readonly List<TrxResult> results = [];
    private readonly Stack<TrxResult> open = new();
    private readonly Dictionary<string, TrxDefinition> definitions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> runs = new(StringComparer.Ordinal);
    private readonly TrxSummary summary = new();
    private string definitionId = "";
    private string storage = "";

    public ReadOutcome Run()
    {
        cursor.ReadRoot();
        while (cursor.Read())
        {
            if (cursor.Node == XmlNodeType.Element) Start(cursor.Name);
            else if (cursor.Node == XmlNodeType.EndElement && IsResult(cursor.Name)) open.Pop();
        }
        if (summary.Problem(results) is { } problem)
            throw cursor.Mistake(problem);
        return new([.. results.Where(result => !result.HasInner).Select(Case)], "2010");
    }

    private static bool IsResult(string name) => name is "UnitTestResult" or "TestResult" or "GenericTestResult" or "ManualTestResult" or "TestResultAggregation" or "WebTestResult";

    private void Start(string name)
    {
        if (IsResult(name))
        {
            Result();
            return;
        }
        switch (name)
        {
            case "Message" when open.TryPeek(out var result):
                Message(result, cursor.ReadText());
                break;
            case "StackTrace" when open.TryPeek(out var result):
                result.Stack ??= cursor.ReadText(FailureTrace.Longest);
                break;
            case "StdOut" or "StdErr" or "StackTrace" or "DebugTrace" or "TextMessages":
                cursor.SkipElement();
                break;
            case "UnitTest":
                definitionId = cursor.Attribute("id") ?? "";
                storage = cursor.Attribute("storage") ?? "";
                break;
            case "TestMethod":
                Definition();
                break;
            case "ResultSummary":
                summary.Outcome = cursor.Attribute("outcome");
                break;
            case "Counters":
                summary.Count(cursor);
                break;
            case "RunInfo":
                RunInfo();
                break;
        }
    }

    private void Result()
    {
        var said = cursor.Attribute("outcome");
        var outcome = TrxOutcome.Of(said) ?? throw cursor.Mistake($"\"{XmlCursor.Shorten(said)}\" is no outcome that a TRX file can hold.");
        if (open.TryPeek(out var parent)) parent.HasInner = true;
        var result = new TrxResult(cursor.Attribute("testId") ?? "", cursor.Attribute("testName") ?? "", outcome, isInner: parent is not null);
        if (result.TestName.Length == 0)
            throw cursor.Mistake("A result has no test name.");
        results.Add(result);
        if (!cursor.IsEmpty) open.Push(result);
    }

    private static void Message(TrxResult result, string text)
    {
        result.Message ??= FailureText.Of(text);
        result.Thrown ??= FailureTrace.ExceptionType(text);
    }

    private void Definition()
    {
        var className = cursor.Attribute("className") ?? "";
        var assembly = className.IndexOf(',');
        var codeBase = cursor.Attribute("codeBase") is { Length: > 0 } path ? path : storage;
        if (!runs.TryGetValue(codeBase, out var run))
            runs.Add(codeBase, run = TrxRun.Of(codeBase));
        definitions[definitionId] = new(assembly < 0 ? className : className[..assembly], cursor.Attribute("name") ?? "", run);
    }

    private void RunInfo()
    {
        var outcome = cursor.Attribute("outcome");
        var text = cursor.ReadText().Trim();
        if (TrxOutcome.Of(outcome) is TestOutcome.Failed or null) summary.RunErrors.Add(text);
    }

    private Observation Case(TrxResult result)
    {
        if (!definitions.TryGetValue(result.TestId, out var definition))
            return new TestCase(result.TestName, TestNames.WithoutArguments(result.TestName), result.Outcome, Message: Why(result)) { Trace = Trace(result) };

        var method = TestNames.WithoutArguments(definition.Method);
        var full = method.StartsWith($"{definition.ClassName}.", StringComparison.Ordinal) || definition.ClassName.Length == 0 ? method : $"{definition.ClassName}.{method}";
        var id = definition.ClassName.Length == 0 || result.TestName.StartsWith(definition.ClassName, StringComparison.Ordinal)
            ? result.TestName : TestNames.Join(definition.ClassName, result.TestName);
        return new TestCase(id, full.Length == 0 ? TestNames.WithoutArguments(id) : full, result.Outcome, definition.Run, Message: Why(result)) { Trace = Trace(result) };
    }

    private static string? Why(TrxResult result) => result.Outcome == TestOutcome.Passed ? null : result.Message;

    private static string? Trace(TrxResult result) => result.Outcome == TestOutcome.Failed ? FailureTrace.Of(result.Thrown, result.Stack) : null;
}
