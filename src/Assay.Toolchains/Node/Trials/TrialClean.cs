using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node.Trials;

/// <summary>Removes what an earlier tree left built, so that no test runs that this tree does not build; what is installed stays.</summary>
internal static class TrialClean
{
    private static readonly ImmutableArray<string> DotNet = ["-e", "!bin", "-e", "!obj"];

    /// <summary>The build, in a folder that holds nothing of an earlier one.</summary>
    internal static Step Before(Step build, StepContext context, string folder) => build with
    {
        Run = async (run, cancellation) => await RunAsync(context, folder, run, cancellation).ConfigureAwait(false) is { } unclean
            ? new StepResult(build.Title, null, [unclean])
            : await build.Run(run, cancellation).ConfigureAwait(false),
    };

    /// <param name="folder">Absolute path below the repository's root.</param>
    /// <returns>The problem; null where all went well.</returns>
    internal static async Task<AssayError?> RunAsync(StepContext context, string folder, StepRun run, CancellationToken cancellation)
    {
        bool dotnet = context.Tree.Files.Any(file => file.Path.EndsWith("proj", StringComparison.Ordinal));
        var clean = new CommandLine("git", ["clean", "-f", "-d", "-X", "-q", "-e", "!node_modules", "-e", "!.venv", "-e", "!venv", .. dotnet ? DotNet : [], "--", "."]);
        CommandOutcome outcome = await run.Commands.RunAsync(clean, folder, Path.Combine(run.Folder, "clean.log"), cancellation).ConfigureAwait(false);
        return CommandProblems.Of(outcome, "git clean").FirstOrDefault();
    }
}
