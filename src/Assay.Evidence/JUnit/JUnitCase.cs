using Assay.Core.Observations;
using Assay.Evidence.TestResults;
using Assay.Evidence.Xml;

namespace Assay.Evidence.JUnit;

/// <summary>A case that is being read.</summary>
internal sealed class JUnitCase
{
    private readonly JUnitSuite suite;
    private readonly string className;
    private readonly string title;
    private readonly string? file;
    private readonly int? line;
    private readonly bool hasValueParameter;
    private TestOutcome outcome;
    private string? message;

    public JUnitCase(XmlCursor cursor, JUnitSuite suite)
    {
        this.suite = suite;
        className = cursor.Attribute("classname")?.Trim() ?? "";
        title = cursor.Attribute("name")?.Trim() ?? "";
        file = cursor.Attribute("file");
        line = int.TryParse(cursor.Attribute("line"), out var at) && at > 0 ? at : null;
        hasValueParameter = cursor.Attribute("value_param") is not null || cursor.Attribute("type_param") is not null;
        HasNoDuration = cursor.Attribute("time") is "0";
        if (title.Length == 0 && className.Length == 0)
            throw cursor.Mistake("A test case has no name.");
        Status(cursor.Attribute("status"), cursor.Attribute("result"));
    }

    /// <summary>A duration of exactly nothing, and nothing said of how it ended.</summary>
    public bool HasNoDuration { get; private set; }

    public void Failed(string? why)
    {
        HasNoDuration = false;
        outcome = TestOutcome.Failed;
        message ??= FailureText.Of(why);
    }

    public void Skipped(string? why)
    {
        HasNoDuration = false;
        if (outcome == TestOutcome.Failed) return;
        outcome = TestOutcome.Skipped;
        message ??= FailureText.Of(why);
    }

    public TestCase ToObservation()
    {
        var (group, source) = Group();
        return new(TestNames.Join(group.Length > 0 ? group : source ?? "", title), TestNames.Join(group, WithoutArguments()), outcome,
            File: file ?? source ?? suite.File, Line: line, Message: message);
    }

    /// <summary>What stands before the title in the name, and the source file where the class is one.</summary>
    private (string Group, string? File) Group()
    {
        // vitest and others put the file where the class belongs.
        if (LooksLikeFile(className)) return ("", className);
        // mocha-junit-reporter and jest-junit repeat the title, or a part of it, as the class.
        if (className.Length > 0 && (title == className || title.EndsWith($" {className}", StringComparison.Ordinal) || title.StartsWith($"{className} ", StringComparison.Ordinal)))
            return ("", null);
        // node writes the word test for every class and nests suites instead.
        if (className is "" or "test") return LooksLikeFile(suite.Path) ? ("", suite.Path) : (suite.Path, null);
        return (className, null);
    }

    private string WithoutArguments()
    {
        var slash = title.LastIndexOf('/');
        return hasValueParameter && slash > 0 ? title[..slash] : TestNames.WithoutArguments(title);
    }

    private void Status(string? status, string? result)
    {
        var said = (status ?? "", result ?? "");
        if (said is ("disabled" or "notrun" or "skipped" or "ignored" or "pending", _) or (_, "suppressed" or "skipped" or "disabled"))
            Skipped(null);
        else if (said is ("failed" or "failure" or "error" or "errored", _) or (_, "failed" or "error"))
            Failed(null);
    }

    private static bool LooksLikeFile(string text) =>
        !text.Contains(' ') && Path.GetExtension(text) is ".js" or ".ts" or ".mjs" or ".cjs" or ".mts" or ".cts" or ".jsx" or ".tsx" or ".vue" or ".svelte";
}
