using System.CommandLine;
using Assay.Core.Errors;
using Assay.Cli.Proving;
using Assay.Output.Proofs;
using Assay.Proof.Histories;

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

        It works in private clones; your work tree, index, stash and refs are not touched. A proof of the
        work tree is kept, and assay check finds it.
        Exit codes: 0 proven, refactoring or documentation, 1 anything else, 2 could not be tried, 130 interrupted.
        """;

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "folder whose change is proven", DefaultValueFactory = _ => "." };
        var baseRevision = new Option<string?>("--base") { Description = "where the change starts (default: the merge base with the default branch)", HelpName = "REV" };
        var head = new Option<string?>("--head") { Description = "where it ends (default: the work tree)", HelpName = "REV" };
        var commit = new Option<string?>("--commit") { Description = "prove what this one commit brought", HelpName = "REV" };
        var each = new Option<bool>("--each") { Description = "prove every commit by itself, oldest first" };
        var hunks = new Option<bool>("--hunks") { Description = "take every production hunk back alone, and see whether a test fails" };
        var budget = new Option<int>("--budget") { Description = "minutes for --hunks; what was not reached by then is not held", HelpName = "MINUTES", DefaultValueFactory = _ => 30 };
        var format = new Option<string[]>("--format") { Description = $"{string.Join(", ", ProofFormats.All.Select(known => known.Name))} (default: text)", HelpName = "FORMAT" };
        var output = new Option<string[]>("--output") { Description = "write the format given at the same place to this file", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "print the first line only" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "print every test, and what the tools print" };
        path.Validators.Add(Arguments.RefuseOptions);
        budget.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 24 * 60) result.AddError("--budget is a number of minutes from 1 to 1440.");
        });
        format.AcceptOnlyFromAmong([.. ProofFormats.All.Select(known => known.Name)]);
        var command = new Command("prove", "Show that the change's tests fail without it and pass with it.")
        {
            path, baseRevision, head, commit, each, hunks, budget, format, output, quiet, verbose,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new ProveOptions(parsed.GetValue(path)!, parsed.GetValue(baseRevision), parsed.GetValue(head), parsed.GetValue(commit),
                parsed.GetValue(hunks), TimeSpan.FromMinutes(parsed.GetValue(budget)));
            var formats = parsed.GetValue(format) ?? [];
            Refuse(options.Commit is not null && (options.Base is not null || options.Head is not null || parsed.GetValue(each)), "--commit stands alone: it is a range of its own.", "Leave --base, --head and --each out.");
            Refuse(parsed.GetValue(each) && formats.Contains("html"), "A history is written as text or json.", "Prove one commit of it with --commit REV --format html.");
            var report = new Report(formats, parsed.GetValue(output) ?? [], parsed.GetValue(quiet), parsed.GetValue(verbose));
            report.Validate();
            var started = surroundings.Time.GetTimestamp();
            var progress = new ProofProgress(surroundings.Error, Surroundings.ColourError, parsed.GetValue(quiet), parsed.GetValue(verbose), surroundings.Time);
            if (parsed.GetValue(each))
            {
                var history = await ProofPipeline.EachAsync(options, progress, surroundings, cancellation);
                report.Write(surroundings.Time.GetElapsedTime(started), (name, stream, how) => ProofFormats.FindHistory(name)!.Write(history, stream, how));
                return history.Commits.All(HistorySteps.Holds) ? ExitCodes.Passed : ExitCodes.Blocked;
            }
            var (proof, sources) = await ProofPipeline.RunAsync(options, progress, surroundings, cancellation);
            report.Write(surroundings.Time.GetElapsedTime(started), (name, stream, how) => ProofFormats.Find(name)!.Write(proof, stream, how, sources));
            return Core.Proofs.Proof.Holds(proof.Outcome) ? ExitCodes.Passed : ExitCodes.Blocked;
        });
        return command;
    }

    private static void Refuse(bool wrong, string what, string nextStep)
    {
        if (wrong) throw new AssayException(new AssayError(UsageErrors.BadUsage, what, NextStep: nextStep));
    }
}
