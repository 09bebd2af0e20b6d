using System.Runtime.InteropServices;
using System.Xml;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.TestResults;
using Assay.Evidence.Xml;

namespace Assay.Evidence.JUnit;

/// <summary>One pass over one report.</summary>
internal sealed class JUnitParse(XmlCursor cursor)
{
    private readonly List<Observation> cases = [];
    private readonly List<int> withoutDuration = [];
    private JUnitSuite? suite;
    private JUnitCase? test;
    private int nodeFailures;

    public ReadOutcome Run()
    {
        cursor.Comment = Comment;
        cursor.ReadRoot();
        do
        {
            if (cursor.Node == XmlNodeType.Element) Start(cursor.Name);
            else if (cursor.Node == XmlNodeType.EndElement) End(cursor.Name);
        }
        while (cursor.Read());

        if (nodeFailures > Failed(0))
            throw cursor.Mistake($"Its summary counts {nodeFailures} failures that no test case shows; a hook or a parent test may have failed.");
        return new([.. cases]);
    }

    private void Start(string name)
    {
        switch (name)
        {
            case "testsuites" or "testsuite":
                if (test is not null) throw cursor.Mistake("A suite stands inside of a test case.");
                if (suite is not null) suite.Children++;
                suite = new(cursor, suite, cases.Count);
                if (cursor.IsEmpty) EndSuite();
                break;
            case "testcase":
                if (suite is null || test is not null) throw cursor.Mistake("A test case stands where none can stand.");
                suite.Children++;
                test = new(cursor, suite);
                if (cursor.IsEmpty) EndCase();
                break;
            case "failure" or "error" or "rerunFailure" or "rerunError":
                // Surefire writes the earlier attempts of a test that failed in the end as rerunFailure; a later pass makes them flakyFailure.
                Failure(cursor.Attribute("message"), cursor.Attribute("type"));
                break;
            case "skipped" when test is not null:
                test.Skipped(cursor.Attribute("message") ?? cursor.ReadText());
                break;
            default:
                cursor.SkipElement();
                break;
        }
    }

    private void End(string name)
    {
        if (name == "testcase") EndCase();
        else if (name is "testsuite" or "testsuites") EndSuite();
    }

    private void Failure(string? message, string? type)
    {
        var text = cursor.ReadText(FailureTrace.Longest);
        var why = string.IsNullOrWhiteSpace(message) ? text : message == Uncollected && Cause(text) is { } cause ? $"{message}: {cause}" : message;
        var trace = FailureTrace.Of(type, string.IsNullOrWhiteSpace(text) ? message : text);
        if (test is not null) test.Failed(why, trace);
        else if (suite is not null) cases.Add(SuiteFailure(suite, why, trace));
        else throw cursor.Mistake("A failure stands outside of any suite.");
    }

    /// <summary>What pytest says of a module that it could not import; why stands in the last line of its text that begins with E.</summary>
    private const string Uncollected = "collection failure";

    private static string? Cause(string text) =>
        text.Split('\n').LastOrDefault(line => line.StartsWith("E ", StringComparison.Ordinal)) is { } line ? line[1..].Trim() : null;

    /// <summary>A suite that failed by itself, in its set-up or after its tests, is a failed case of its own.</summary>
    private static TestCase SuiteFailure(JUnitSuite suite, string why, string? trace) =>
        new(suite.Path, suite.Path, TestOutcome.Failed, File: suite.File, Message: FailureText.Of(why)) { Trace = trace };

    private void EndCase()
    {
        if (test!.HasNoDuration) withoutDuration.Add(cases.Count);
        cases.Add(test.ToObservation());
        test = null;
    }

    private void EndSuite()
    {
        var ended = suite!;
        suite = ended.Parent;
        if (ended.Covered) return;
        var problem = JUnitCounts.Check(ended, CollectionsMarshal.AsSpan(cases)[ended.FirstCase..], MarkTodo);
        if (problem is not null) throw new ContentMistake(new(EvidenceErrors.Unreadable, problem, Line: ended.Line));
    }

    /// <summary>
    /// jest-junit writes a todo like a test that passed and leaves it out of its count. Which ones they are cannot be told, so no case
    /// of the suite without any duration is shown to have run.
    /// </summary>
    private bool MarkTodo(JUnitSuite ended, int excess)
    {
        var candidates = withoutDuration.Where(index => index >= ended.FirstCase).ToArray();
        if (candidates.Length < excess) return false;
        foreach (var index in candidates)
            cases[index] = (TestCase)cases[index] with { Outcome = TestOutcome.Skipped, Message = "The report does not show whether it ran or is a todo." };
        return true;
    }

    private int Failed(int from)
    {
        var failed = 0;
        for (var i = from; i < cases.Count; i++)
        {
            if (((TestCase)cases[i]).Outcome == TestOutcome.Failed) failed++;
        }
        return failed;
    }

    /// <summary>node --test-reporter=junit counts in comments at the end, and shows some failures nowhere else.</summary>
    private void Comment(string comment)
    {
        if (comment.Trim().Split(' ') is ["fail" or "cancelled", var count] && int.TryParse(count, out var number))
            nodeFailures += number;
    }
}
