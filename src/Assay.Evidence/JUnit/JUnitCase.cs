using Assay.Core.Observations;
using Assay.Evidence.TestResults;
using Assay.Evidence.Xml;

namespace Assay.Evidence.JUnit;

/// <summary>A case that is being read.</summary>
internal sealed class JUnitCase
{
    private readonly JUnitSuite suite;
    private readonly bool hasClass;
    private readonly string className;
    private readonly string title;
    private readonly string? file;
    private readonly int? line;
    private readonly bool hasValueParameter;
    private TestOutcome outcome;
    private string? message;
    private string? trace;

    public JUnitCase(XmlCursor cursor, JUnitSuite suite)
    {
        this.suite = suite;
        hasClass = cursor.Attribute("classname") is not null;
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

    public void Failed(string? why, string? where)
    {
        HasNoDuration = false;
        outcome = TestOutcome.Failed;
        message ??= FailureText.Of(why);
        trace ??= where;
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
        var path = file ?? suite.File;
        var (group, isClass) = Group();
        if (LooksLikeFile(group) || (group.Length > 0 && group == file))
            return Named($"{group} > {title}", title, path ?? group);
        return isClass && !LooksLikeFile(path ?? "")
            ? Named(TestNames.Join(group, title), TestNames.Join(group, WithoutArguments()), path)
            : Named(Title(group), Title(group), path);
    }

    private TestCase Named(string id, string name, string? path) => new(id, name, outcome, File: path, Line: line, Message: message) { Trace = trace };

    private string Title(string group) => group.Length == 0 ? title : $"{group} > {title}";

    /// <summary>What stands before the title in the name: a class, a file, or the suites around it.</summary>
    private (string Group, bool IsClass) Group()
    {
        // mocha-junit-reporter and jest-junit repeat the title, or a part of it, as the class.
        if (className.Length > 0 && (title == className || title.EndsWith($" {className}", StringComparison.Ordinal) || title.StartsWith($"{className} ", StringComparison.Ordinal)))
            return ("", false);
        // node writes the word test for every class and nests suites instead; some write no class at all.
        if (!hasClass || className == "test" || (className.Length == 0 && LooksLikeFile(suite.Path)))
            return (suite.Path, false);
        return (className, true);
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
            Failed(null, null);
    }

    private static bool LooksLikeFile(string text) =>
        !text.Contains(' ') && Path.GetExtension(text) is ".js" or ".ts" or ".mjs" or ".cjs" or ".mts" or ".cts" or ".jsx" or ".tsx" or ".vue" or ".svelte";
}
