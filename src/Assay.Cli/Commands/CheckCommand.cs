using System.CommandLine;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Standards;
using Assay.Output;

namespace Assay.Cli.Commands;

/// <summary><c>assay check [PATH]</c>: collect, judge, report.</summary>
internal static class CheckCommand
{
    public const string Examples = """
        Examples:
          assay check                                   the change on this branch, or what stands
          assay check services/payments                 one part of the repository
          assay check --base main --profile enterprise  everything that is due, against main
          assay check --no-collect --evidence out/      judge reports that are there, run nothing
          assay check --phase deployment --artifact app.tar  run load tests and drills too, with this release
          assay check --format json --output verdict.json --format html --output verdict.html
          assay check --format markdown >> "$GITHUB_STEP_SUMMARY"
          assay check --what-if strict.yaml             what another standard would change
          assay check --observe-until 2026-01-31        report, and block from the day after on

        Exit codes: 0 pass, adopting or observed only, 1 blocked, 2 could not judge, 130 interrupted.
        """;

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "folder to judge", DefaultValueFactory = _ => "." };
        var standard = new Option<string?>("--standard") { Description = $"standard to judge by: a file, a built-in name, or {PinnedStandard.Form}", HelpName = "FILE|NAME|git+URL" };
        var profile = Choice<Profile>("--profile", "how much of the standard is due; can be raised, and lowering is shown as a weakening");
        var phase = Choice<Phase>("--phase", "judge up to this phase (default: code_completion)");
        var baseRevision = new Option<string?>("--base") { Description = "judge the change since this revision (default: the merge base with the default branch)", HelpName = "REV" };
        var head = new Option<string?>("--head") { Description = "judge this revision (default: the work tree)", HelpName = "REV" };
        var evidence = new Option<string[]>("--evidence") { Description = "read this too: a file, a folder or a quoted pattern; repeat it for more", HelpName = "PATH" };
        var noCollect = new Option<bool>("--no-collect") { Description = "run no tool, judge the evidence that is there" };
        var artifact = new Option<string?>("--artifact") { Description = "what is to be released; load tests, scans and drills must have been made with it", HelpName = "FILE|sha256:…" };
        var observe = ObserveOption.Create();
        var whatIf = new Option<string?>("--what-if") { Description = "show what this standard would change, over the same evidence; the verdict stays the usual one", HelpName = "FILE|NAME|git+URL" };
        var format = new Option<string[]>("--format") { Description = $"{string.Join(", ", VerdictFormats.All.Select(known => known.Name))} (default: text)", HelpName = "FORMAT" };
        var output = new Option<string[]>("--output") { Description = "write the format given at the same place to this file", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "print the verdict line only" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "print every place, and what the tools print" };
        path.Validators.Add(Arguments.RefuseOptions);
        format.AcceptOnlyFromAmong([.. VerdictFormats.All.Select(known => known.Name)]);

        var command = new Command("check", "Collect evidence, judge it by the standard, and report.")
        {
            path, standard, profile, phase, baseRevision, head, evidence, noCollect, artifact, observe, whatIf, format, output, quiet, verbose,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new CheckOptions(parsed.GetValue(path)!, parsed.GetValue(standard), Parse<Profile>(parsed.GetValue(profile)),
                Parse<Phase>(parsed.GetValue(phase)) ?? Phase.CodeCompletion, parsed.GetValue(baseRevision), parsed.GetValue(head),
                [.. parsed.GetValue(evidence) ?? []], !parsed.GetValue(noCollect),
                (parsed.GetValue(format) ?? []).Any(name => VerdictFormats.Find(name) is { ShowsSources: true }), parsed.GetValue(artifact))
            {
                ObserveUntil = ObserveOption.Read(parsed.GetValue(observe), Parse<Phase>(parsed.GetValue(phase)), surroundings.Time.GetUtcNow()),
                WhatIf = parsed.GetValue(whatIf),
            };
            var report = new Report(parsed.GetValue(format) ?? [], parsed.GetValue(output) ?? [], parsed.GetValue(quiet), parsed.GetValue(verbose));
            report.Validate();
            if (options is { Phase: Phase.Deployment, Profile: < Profile.Enterprise })
                throw new AssayException(new AssayError(UsageErrors.BadUsage, "A deployment is always judged by the enterprise profile.", NextStep: "Leave --profile out."));
            var started = surroundings.Time.GetTimestamp();
            var progress = new Progress(surroundings.Error, Surroundings.ColourError, parsed.GetValue(quiet), parsed.GetValue(verbose), surroundings.Time);
            var verdict = await Pipeline.RunAsync(options, progress, surroundings, cancellation);
            report.Write(verdict, surroundings.Time.GetElapsedTime(started));
            return verdict.Stops ? ExitCodes.Blocked : ExitCodes.Passed;
        });
        return command;
    }

    private static Option<string?> Choice<T>(string name, string description) where T : struct, Enum
    {
        var values = Enum.GetValues<T>().Select(Snake.Case).ToArray();
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(", ", values)}", HelpName = name[2..3].ToUpperInvariant() };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static T? Parse<T>(string? text) where T : struct, Enum => text is null ? null : Snake.Parse<T>(text);
}
