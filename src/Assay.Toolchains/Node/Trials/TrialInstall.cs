using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node.Trials;

/// <summary>
/// Installs only where what is installed was not made from the same manifests and lock. Every folder has packages of its own: a linked workspace would run
/// the sources of another.
/// </summary>
internal static class TrialInstall
{
    /// <summary>Beside the packages, so that it goes when they go.</summary>
    private const string Mark = ".assay-setup";

    internal static Step Create(string name, StepContext context, NodeProject project, PackageManager manager)
    {
        string folder = TreePaths.OnDisk(context.RepositoryRoot, project.Root.Path);
        string title = manager.Install?.ToString() ?? "nothing to install";
        return new Step(name, StepKind.Restore, title, async (run, cancellation) =>
        {
            string packages = Path.Combine(folder, "node_modules");
            string mark = Path.Combine(packages, Mark);
            string digest = TrialSetup.Digest(context.Tree, project, manager.Install);
            if (File.Exists(mark) && await File.ReadAllTextAsync(mark, cancellation).ConfigureAwait(false) == digest) return new StepResult(title, 0, []);
            if (manager.Install is not { } install)
            {
                if (File.Exists(mark)) Directory.Delete(packages, recursive: true);
                return new StepResult(title, 0, []);
            }

            if (File.Exists(mark)) File.Delete(mark);
            if (TrialSetup.Runs(project) && await TrialClean.RunAsync(context, folder, run, cancellation).ConfigureAwait(false) is { } unclean) return new StepResult(title, null, [unclean]);
            CommandOutcome outcome = await run.Commands.RunAsync(install, folder, Path.Combine(run.Folder, "install.log"), cancellation).ConfigureAwait(false);
            AssayError? problem = Outcomes.NotRun(outcome, manager.Name, manager.Needs) ?? (outcome.ExitCode == 0 ? null : Outcomes.Failed(outcome, manager.Name));
            if (problem is null)
            {
                Directory.CreateDirectory(packages);
                await File.WriteAllTextAsync(mark, digest, cancellation).ConfigureAwait(false);
            }

            return new StepResult(title, outcome.ExitCode, problem is null ? [] : [problem]);
        });
    }
}
