using Assay.Core.Errors;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.Sbom;

/// <summary>Packages of a .NET root, from the <c>project.assets.json</c> that restore left for each project.</summary>
/// <param name="restore">Whether to restore first, because no step did.</param>
internal sealed class RestoredPackages(DotNetWork work, bool restore)
{
    private const string FileName = "project.assets.json";

    internal async Task<BillContents> ReadAsync(StepRun run, CancellationToken cancellation)
    {
        if (restore && await RestoreAsync(run, cancellation).ConfigureAwait(false) is { } failed)
        {
            return BillContents.Failed(failed);
        }

        var parts = new List<BillContents>();
        foreach (string project in work.Projects)
        {
            parts.Add(await ReadAsync(project, run, cancellation).ConfigureAwait(false));
        }

        return BillContents.All(parts);
    }

    private async Task<AssayError?> RestoreAsync(StepRun run, CancellationToken cancellation)
    {
        using var extension = new MsBuildExtension();
        CommandOutcome outcome = await run.Commands.RunAsync(
            work.Command("restore", work.EntryFor(extension.Folder)), work.Folder, Path.Combine(run.Folder, work.Name("restore") + ".log"), cancellation).ConfigureAwait(false);
        return CommandProblems.Of(outcome, "dotnet restore", MsBuildMessages.FirstError(outcome.LogPath)).FirstOrDefault();
    }

    private async Task<BillContents> ReadAsync(string project, StepRun run, CancellationToken cancellation)
    {
        string usual = Path.Combine(Path.GetDirectoryName(work.OnDisk(project))!, "obj", FileName);
        string? assets = File.Exists(usual) ? usual : await AskAsync(project, run, cancellation).ConfigureAwait(false);
        if (assets is null || !File.Exists(assets))
        {
            return BillContents.Unknown($"Restore left no {FileName} for {project}, so its packages are not known.", project,
                "Restore it by dotnet restore; a project with packages.config has to move to PackageReference.");
        }

        bool test = TestProjects.IsTest(ProjectFile.Read(work.Context.Tree, project));
        return AssetsFile.Read(assets, work.OnDisk(project), test) is { } packages ? BillContents.Of(packages)
            : BillContents.Unknown($"The {FileName} of {project} cannot be read, or is that of another project.", project, "Delete its obj folder and run the check again.");
    }

    /// <summary>Where MSBuild says that the file is; a project may put its intermediate output anywhere.</summary>
    private async Task<string?> AskAsync(string project, StepRun run, CancellationToken cancellation)
    {
        string log = Path.Combine(run.Folder, $"assets-{Path.GetFileNameWithoutExtension(project)}.log");
        CommandOutcome outcome = await run.Commands.RunAsync(
            work.Command("msbuild", work.OnDisk(project), "-getProperty:ProjectAssetsFile"), work.Folder, log, cancellation).ConfigureAwait(false);
        return outcome.ExitCode == 0 ? LogTail.Lines(log, 1).FirstOrDefault(line => line.EndsWith(FileName, StringComparison.Ordinal)) : null;
    }
}
