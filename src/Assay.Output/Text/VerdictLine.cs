using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>The first line: the verdict, of what, by which standard.</summary>
internal static class VerdictLine
{
    public static void Write(Page page, Verdict verdict, TimeSpan elapsed)
    {
        var tint = verdict.Outcome switch { Core.Judging.Outcome.Pass => Tint.Good, Core.Judging.Outcome.Adopting => Tint.Warning, _ => Tint.Bad };
        page.Line($"{Outcome(verdict)}  {What(verdict)} · {Content(verdict.Change)} · "
            + $"{verdict.Standard.Name} {verdict.Standard.Version} {Snake.Case(verdict.Profile)} · {Words.Elapsed(elapsed)}", tint);
    }

    public static void WriteProfile(Page page, Verdict verdict) =>
        page.Row("  ", $"profile {Snake.Case(verdict.Profile)} ({verdict.ProfileReason}), judged up to {Snake.Case(verdict.Phase)}", 2);

    /// <summary>The verdict in capitals, and behind it whether it only observes: <c>BLOCKED (observed only, until 2026-01-31)</c>.</summary>
    internal static string Outcome(Verdict verdict) => Snake.Case(verdict.Outcome).ToUpperInvariant() + (verdict.Observed switch
    {
        null => "",
        { Holds: true } observed => $" (observed only, until {observed.Day()})",
        { } over => $" (no longer observed only: that ended with {over.Day()})",
    });

    internal static string What(Verdict verdict) =>
        verdict.Components is [var only] ? only.Id : verdict.Path.Length > 0 ? verdict.Path : verdict.Change.Repository;

    internal static string Content(Change change)
    {
        var head = Short(change.Head) + (change.Dirty ? "+edits" : "");
        return change.Judged == Judged.State ? $"state of {head}" : $"{head} vs {change.BaseName ?? (change.Base is { } id ? Short(id) : "nothing")}";
    }

    private static string Short(string commit) => commit.Length > 7 ? commit[..7] : commit;
}
