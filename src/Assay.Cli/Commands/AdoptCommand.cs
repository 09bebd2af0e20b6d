using System.CommandLine;
using System.Globalization;
using Assay.Cli.Baselines;
using Assay.Core.Adoption;
using Assay.Core.Errors;
using Assay.Core.Standards;

namespace Assay.Cli.Commands;

/// <summary><c>assay adopt [PATH]</c>: agrees on what is below the bar today, and later makes that smaller.</summary>
internal static class AdoptCommand
{
    public const string Examples = """
        Examples:
          assay adopt                      measure, and write assay.baseline: what may still be owed, and until when
          assay adopt --by 2027-03-31      nothing is owed after this day
          assay adopt                      again, later: what was mended goes out, what moved is named anew
          assay adopt --plan               where to start: what it costs, what it buys

        What is new or edited meets the full bar all the same. Credentials, critical vulnerabilities, critical paths
        and failing tests cannot be put off. A deployment accepts no debt.
        Exit codes: 0 written, or nothing to change, 1 something is below the bar that cannot be put off,
        2 could not measure, 130 interrupted.
        """;

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "folder to judge", DefaultValueFactory = _ => "." };
        var by = new Option<string?>("--by") { Description = $"last day on which anything is owed (default: in {Terms.LongestDays} days, which is the longest)", HelpName = "DATE" };
        var plan = new Option<bool>("--plan") { Description = "write nothing, show where to start" };
        var standard = new Option<string?>("--standard") { Description = "standard to judge by: a file, or a built-in name", HelpName = "FILE|NAME" };
        var evidence = new Option<string[]>("--evidence") { Description = "read this too: a file, a folder or a quoted pattern; repeat it for more", HelpName = "PATH" };
        var noCollect = new Option<bool>("--no-collect") { Description = "run no tool, measure by the evidence that is there" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "print no progress" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "print what the tools print" };
        path.Validators.Add(Arguments.RefuseOptions);
        var command = new Command("adopt", "Agree on what is below the bar today; what is new meets it in full.") { path, by, plan, standard, evidence, noCollect, quiet, verbose };
        command.SetAction(async (parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime);
            var until = Until(parsed.GetValue(by), today);
            var options = new CheckOptions(parsed.GetValue(path)!, parsed.GetValue(standard), Profile.Enterprise, Phase.CodeCompletion, null, null,
                [.. parsed.GetValue(evidence) ?? []], !parsed.GetValue(noCollect), ShowSources: false, Artifact: null) { Adopting = true };
            var progress = new Progress(surroundings.Error, Surroundings.ColourError, parsed.GetValue(quiet), parsed.GetValue(verbose), surroundings.Time);
            return await Adoption.RunAsync(options, new AdoptRequest(until, parsed.GetValue(plan)), progress, surroundings, cancellation);
        });
        return command;
    }

    private static DateOnly Until(string? asked, DateOnly today)
    {
        var latest = today.AddDays(Terms.LongestDays);
        if (asked is null) return latest;
        if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new AssayException(new AssayError(UsageErrors.BadUsage, $"--by {asked} is no date.", NextStep: $"Write it as {latest:yyyy-MM-dd}."));
        return day > today && day <= latest ? day
            : throw new AssayException(new AssayError(AdoptionErrors.TooLate, $"--by {asked} lies {(day > latest ? $"more than {Terms.LongestDays} days ahead" : "not ahead")}.", NextStep: $"Name a day from {today.AddDays(1):yyyy-MM-dd} to {latest:yyyy-MM-dd}."));
    }
}
