using Assay.Core.Documents;

namespace Assay.Core.Measuring;

/// <summary>What a fact is whose record is there and cannot be read.</summary>
internal static class RecordState
{
    /// <summary>
    /// Drafts the fact as Missing where the record is left as its starter was, as Error where it is broken otherwise; false where no problem is about such a record.
    /// </summary>
    /// <param name="isRecord">Whether a path, relative to the component's folder, is the record's.</param>
    public static bool Unread(MeasureInput input, FactDraft draft, string fact, Func<string, bool> isRecord)
    {
        var problems = input.Problems.Where(problem => problem.Error.File is { } file && input.Component.Contains(file) && isRecord(Local(input, file))).ToList();
        if (problems.Count == 0) return false;
        if (problems.Find(problem => problem.Error.What.Contains(Starters.IsLeft, StringComparison.Ordinal)) is { Error: var left })
            draft.Missing(fact, $"{left.File} still holds what the starter wrote, first in line {left.Line}", "Fill in every place that says replace:, or remove the entry.");
        else
            draft.Error(fact, $"{problems[0].Error.File}{(problems[0].Error.Line is { } line ? $":{line}" : "")}: {problems[0].Error.What}", problems[0].Error.Step);
        return true;
    }

    private static string Local(MeasureInput input, string file) => input.Component.Path.Length == 0 ? file : file[(input.Component.Path.Length + 1)..];
}
