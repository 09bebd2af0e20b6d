using Assay.Core.Changes;
using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>Every commit of a change belongs to a session, which it names in the trailer <c>Session:</c>. Merges tell no story of their own.</summary>
internal static class SessionFacts
{
    private const string Trailer = "Session";

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.State) return;
        var commits = input.Change.Commits.Where(commit => commit is { IsMerge: false, InScope: true }).ToList();
        if (commits.Count == 0)
        {
            if (input.Change.Dirty) draft.Missing(FactNames.SessionCommitsLinked, "nothing of the change is committed yet, so no commit names its session");
            else draft.Empty(FactNames.SessionCommitsLinked, "the change has no commit of its own here");
            return;
        }
        var open = commits.Where(commit => commit.Trailer(Trailer).All(string.IsNullOrWhiteSpace)).ToList();
        draft.Measured(FactNames.SessionCommitsLinked, Quantity.Percent(commits.Count - open.Count, commits.Count), [], $"of {commits.Count} {(commits.Count == 1 ? "commit" : "commits")}",
            locations: open.Select(commit => new Location($"commit {commit.Id[..Math.Min(7, commit.Id.Length)]}", Note: "names no session")));
    }
}
