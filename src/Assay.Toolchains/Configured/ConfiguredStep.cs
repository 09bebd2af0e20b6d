using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Configured;

/// <summary>
/// A command that assay.yaml names in place of a detected one. It runs by the platform's shell in the component's folder. The variable
/// <c>EVIDENCE_DIR</c> names the step's own folder: every file that it writes there is evidence, and so are the reports that <c>evidence:</c> names.
/// </summary>
public static class ConfiguredStep
{
    /// <summary>Variable that tells the command where to write its reports.</summary>
    internal const string FolderVariable = "EVIDENCE_DIR";

    /// <summary>The step for what is configured under this key; null where nothing is.</summary>
    /// <param name="key">Key under <c>commands:</c>, e.g. <c>test</c>.</param>
    /// <param name="name">Name of the step.</param>
    public static Step? Create(StepContext context, string key, string name, StepKind kind) =>
        context.Commands.TryGetValue(key, out string? text)
            ? Of(name, kind, text, CommandLine.Parse(text), TreePaths.OnDisk(context.RepositoryRoot, context.Component.Path))
            : null;

    /// <summary>Every configured command as a step, for a component without a known toolchain.</summary>
    public static IEnumerable<Step> All(StepContext context) => new[]
    {
        Create(context, "build", "configured-build", StepKind.Build), Create(context, "test", "configured-test", StepKind.Test),
        Create(context, "types", "configured-types", StepKind.Types), Create(context, "lint", "configured-lint", StepKind.Lint),
    }.OfType<Step>();

    /// <summary>A step that runs one command in a folder.</summary>
    /// <param name="text">The command as a user would type it.</param>
    /// <param name="folder">Absolute path of the folder.</param>
    public static Step Of(string name, StepKind kind, string text, CommandLine command, string folder) =>
        new(name, kind, text, (run, cancellation) => RunAsync(text, command, folder, run, cancellation));

    /// <summary>Runs a command that adds its reports to the step's folder. What its reports show of a failure is judged; any other failure is a problem.</summary>
    internal static async Task<StepResult> RunAsync(string text, CommandLine command, string folder, StepRun run, CancellationToken cancellation)
    {
        CommandLine told = command with { Variables = (command.Variables ?? ImmutableDictionary<string, string>.Empty).SetItem(FolderVariable, run.Folder) };
        CommandOutcome outcome = await run.Commands.RunAsync(told, folder, Path.Combine(run.Folder, "command.log"), cancellation).ConfigureAwait(false);
        bool shown = outcome.ExitCode is not (null or 0) && FailureShown.In(run.Folder, cancellation);
        return new StepResult(text, outcome.ExitCode, shown ? [] : [.. CommandProblems.Of(outcome, text)]);
    }
}
