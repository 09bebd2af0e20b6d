using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>Steps that leave no evidence, and without which the others have nothing to run.</summary>
internal static class NodeInstallStep
{
    /// <summary>Installs what is locked.</summary>
    internal static Step Install(string name, string folder, PackageManager manager, CommandLine install) => new(name, StepKind.Restore, install.ToString(),
        async (run, cancellation) => await RunAsync(manager.Name, manager.Needs, install, folder, "install.log", run, cancellation).ConfigureAwait(false));

    /// <summary>
    /// Runs what the project's own test script runs before its tests and the tests may need. A <c>build</c> script that the tests do not ask for is not run.
    /// </summary>
    internal static Step Build(string name, string folder, ImmutableArray<string> commands) => new(name, StepKind.Build, string.Join(" && ", commands),
        async (run, cancellation) =>
        {
            // npm exec finds the programs of the project's dependencies, as its scripts do.
            var build = new CommandLine("npm", ["exec", "--call", string.Join(" && ", commands)], PackageManager.Surroundings);
            return await RunAsync("The build before the tests", "Install Node.js 20 or later, which brings npm.", build, folder, "build.log", run, cancellation).ConfigureAwait(false);
        });

    private static async Task<StepResult> RunAsync(
        string tool, string needs, CommandLine command, string folder, string log, StepRun run, CancellationToken cancellation)
    {
        CommandOutcome outcome = await run.Commands.RunAsync(command, folder, Path.Combine(run.Folder, log), cancellation).ConfigureAwait(false);
        AssayError? problem = Outcomes.NotRun(outcome, tool, needs) ?? (outcome.ExitCode == 0 ? null : Outcomes.Failed(outcome, tool));
        return new StepResult(command.ToString(), outcome.ExitCode, problem is null ? [] : [problem]);
    }
}
