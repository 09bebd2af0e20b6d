using Assay.Core.Observations;
using Assay.Evidence.TestResults;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Trx;

/// <summary>What the report says of the run as a whole, held against its results.</summary>
internal sealed class TrxSummary
{
    private int? total, passed, failed;

    public string? Outcome { get; set; }

    /// <summary>Texts of what went wrong outside of a test's own result.</summary>
    public List<string> RunErrors { get; } = [];

    public void Count(XmlCursor cursor)
    {
        total = cursor.Count("total");
        passed = cursor.Count("passed") + (cursor.Count("warning") ?? 0) + (cursor.Count("completed") ?? 0) + (cursor.Count("passedButRunAborted") ?? 0);
        failed = (cursor.Count("failed") ?? 0) + (cursor.Count("error") ?? 0) + (cursor.Count("timeout") ?? 0)
            + (cursor.Count("aborted") ?? 0) + (cursor.Count("disconnected") ?? 0) + (cursor.Count("inProgress") ?? 0);
    }

    /// <returns>Why the run cannot be relied on, in plain words; null where it can.</returns>
    public string? Problem(IReadOnlyList<TrxResult> results)
    {
        var anyFailed = results.Any(result => result.Outcome == TestOutcome.Failed);
        if (RunErrors.FirstOrDefault(error => !(anyFailed && IsEcho(error))) is { } broken)
            return $"The test run broke: {FailureText.Of(broken) ?? "no reason is given"}";
        if (Outcome is null)
            return "It has no ResultSummary, so nothing says that the run came to its end.";
        if (Outcome is not ("Completed" or "Passed" or "Warning" or "Failed"))
            return $"The test run ended as {XmlCursor.Shorten(Outcome)}.";
        if (Outcome == "Failed" && !anyFailed)
            return "The test run failed, and no test in it did.";
        return Disagreement("total", total, results, _ => true)
            ?? Disagreement("passed", passed, results, result => result.Outcome == TestOutcome.Passed)
            ?? Disagreement("failed", failed, results, result => result.Outcome == TestOutcome.Failed);
    }

    /// <summary>
    /// xunit's adapter repeats every failed test, its message and its stack as errors of the run; Microsoft.Testing.Platform says by its exit code 2 that a
    /// test failed.
    /// </summary>
    private static bool IsEcho(string error) =>
        error.StartsWith("Exit code indicates failure: '2'.", StringComparison.Ordinal)
        || (error.StartsWith("[xUnit.net ", StringComparison.Ordinal) && !error.Contains("Catastrophic failure", StringComparison.OrdinalIgnoreCase));

    /// <summary>Some loggers count a data-driven test besides its inner results, some only one of both.</summary>
    private static string? Disagreement(string what, int? stated, IReadOnlyList<TrxResult> results, Func<TrxResult, bool> counts)
    {
        if (stated is null) return null;
        int all = 0, leaves = 0, outer = 0;
        foreach (var result in results.Where(counts))
        {
            all++;
            if (!result.HasInner) leaves++;
            if (!result.IsInner) outer++;
        }
        return stated == all || stated == leaves || stated == outer ? null : $"It counts {stated} {what} and holds {leaves}.";
    }
}
