using System.CommandLine;
using Assay.Core;

namespace Assay.Cli.Commands;

/// <summary><c>assay prove [PATH]</c>: the change's tests without it and with it.</summary>
internal static class ProveCommand
{
    public const string Examples = """
        Examples:
          assay prove                        the change on this branch, uncommitted edits included
          assay prove services/payments      one part of the repository
          assay prove --commit HEAD~2        what one commit brought
          assay prove --each --base main     commit by commit, as it happened
          assay prove --hunks --budget 20    take every hunk back alone too, for 20 minutes at most
          assay prove --format json --output proof.json --format html --output proof.html

        It works in private clones; your work tree, index, stash and refs are not touched.
        Exit codes: 0 proven, refactoring or documentation, 1 anything else, 2 could not be tried, 130 interrupted.
        """;

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "folder whose change is proven", DefaultValueFactory = _ => "." };
        var baseRevision = new Option<string?>("--base") { Description = "where the change starts (default: the merge base with the default branch)", HelpName = "REV" };
        var head = new Option<string?>("--head") { Description = "where it ends (default: the work tree)", HelpName = "REV" };
        var commit = new Option<string?>("--commit") { Description = "prove what this one commit brought", HelpName = "REV" };
        var hunks = new Option<bool>("--hunks") { Description = "take every production hunk back alone, and see whether a test fails" };
        var budget = new Option<int>("--budget") { Description = "minutes for --hunks; what was not reached by then is not held", HelpName = "MINUTES", DefaultValueFactory = _ => 30 };
        path.Validators.Add(Arguments.RefuseOptions);
        var command = new Command("prove", "Show that the change's tests fail without it and pass with it.") { path, baseRevision, head, commit, hunks, budget };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new ProveOptions(parsed.GetValue(path)!, parsed.GetValue(baseRevision), parsed.GetValue(head), parsed.GetValue(commit),
                parsed.GetValue(hunks), TimeSpan.FromMinutes(parsed.GetValue(budget)));
            var proof = await ProofPipeline.RunAsync(options, new ProofProgress(surroundings.Error), cancellation);
            surroundings.Out.WriteLine($"{Snake.Case(proof.Outcome)}: {proof.Reason}");
            foreach (var test in proof.Tests) surroundings.Out.WriteLine($"  {Snake.Case(test.Outcome)} {test.Id} base {test.Base} red {test.Red} green {test.Green}: {test.Reason}");
            foreach (var hunk in proof.Hunks ?? []) surroundings.Out.WriteLine($"  hunk {hunk.File}:{hunk.FirstLine}-{hunk.LastLine} {(hunk.Held ? $"held by {hunk.By}" : "not held")} {hunk.Reason}");
            foreach (var weakened in proof.Weakened) surroundings.Out.WriteLine($"  weakened {weakened.Test}: {weakened.What}");
            foreach (var phase in proof.Phases) surroundings.Out.WriteLine($"  {phase.Phase} {phase.Command} {phase.Duration.TotalSeconds:0.0} s {phase.Exit}");
            return Core.Proofs.Proof.Holds(proof.Outcome) ? ExitCodes.Passed : ExitCodes.Blocked;
        });
        return command;
    }
}
