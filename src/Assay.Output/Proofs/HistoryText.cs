using Assay.Core.Proofs;
using Assay.Output.Text;

namespace Assay.Output.Proofs;

/// <summary>A line for each commit, oldest first: how the change came about.</summary>
internal sealed class HistoryText : IHistoryFormat
{
    public string Name => "text";

    public void Write(History history, Stream output, OutputOptions options)
    {
        var page = new Page(options);
        var held = history.Commits.Count(commit => Proof.Holds(commit.Proof.Outcome));
        var red = history.Commits.Count(Well) - held;
        page.Line($"{held} of {Words.Count(history.Commits.Length, "commit holds", "commits hold")}{(red > 0 ? $", {red} red" : "")}  {history.Repository} · {ProofWords.Short(history.Base)}..{ProofWords.Short(history.Head)} · {Words.Elapsed(options.Elapsed)}",
            history.Commits.Length > 0 && held + red == history.Commits.Length ? Tint.Good : Tint.Bad);
        if (!options.Quiet && !history.Commits.IsEmpty) Table(page, history);
        output.Write(page.ToUtf8());
    }

    /// <summary>A red commit waits for the green one that answers it; alone it is not proven, and it need not be.</summary>
    private static bool Well(CommitProof commit) => Proof.Holds(commit.Proof.Outcome) || commit.Step == HistoryStep.Red;

    private static void Table(Page page, History history)
    {
        page.Blank();
        var steps = history.Commits.Max(commit => ProofWords.Of(commit.Step).Length);
        var outcomes = history.Commits.Max(commit => ProofWords.Of(commit.Proof.Outcome).Length);
        foreach (var commit in history.Commits)
        {
            var lead = $"  {ProofWords.Short(commit.Commit)}  {ProofWords.Of(commit.Step).PadRight(steps)}  ";
            page.Row(lead, $"{ProofWords.Of(commit.Proof.Outcome).PadRight(outcomes)}  {commit.Subject}", lead.Length + outcomes + 2, Well(commit) ? Tint.None : Tint.Bad);
            var about = Well(commit) ? First(commit) : commit.Proof.Reason;
            if (about is { Length: > 0 }) page.Row(new string(' ', lead.Length + outcomes + 2), Places.Note(page, about), lead.Length + outcomes + 2);
        }
    }

    /// <summary>The first test that the commit stands on.</summary>
    private static string? First(CommitProof commit) => ProofWords.Groups(commit.Proof).SelectMany(group => group)
        .OrderByDescending(test => test.Outcome == TestProofOutcome.Proven).Select(ProofWords.Name).FirstOrDefault();
}
