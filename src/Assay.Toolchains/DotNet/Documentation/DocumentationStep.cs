using System.Collections.Immutable;
using System.Text;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>Asks the compiler which public members of the production projects have no comment, or one that names other parameters; see <see cref="DocumentationTargets"/>.</summary>
internal static class DocumentationStep
{
    /// <summary>Null where no C# project is production.</summary>
    /// <param name="built">Assay has built the projects in this run; otherwise they are built first, since each needs those that it refers to.</param>
    internal static Step? Create(DotNetWork work, bool built)
    {
        ImmutableArray<string> projects = [.. work.Projects.Where(project =>
            project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && !TestProjects.IsTest(ProjectFile.Read(work.Context.Tree, project)))];
        return projects.IsEmpty ? null : new Step(work.Name("docs"), StepKind.Documentation, $"documentation of {(projects.Length == 1 ? "1 project" : $"{projects.Length} projects")}",
            (run, cancellation) => RunAsync(work, projects, built, run, cancellation));
    }

    private static async Task<StepResult> RunAsync(DotNetWork work, ImmutableArray<string> projects, bool built, StepRun run, CancellationToken cancellation)
    {
        const string Shown = "dotnet build -t:Compile -p:GenerateDocumentationFile=true";
        using var extension = new MsBuildExtension();
        if (!built)
        {
            CommandOutcome first = await RunAsync(work.Command("build", work.EntryFor(extension.Folder))).ConfigureAwait(false);
            if (CommandProblems.Of(first, "dotnet build", MsBuildMessages.LastError(first.LogPath)).ToList() is { Count: > 0 } problems)
            {
                return new StepResult(Shown, first.ExitCode, [.. problems]);
            }
        }

        string solution = Path.Combine(extension.Folder, "documented.slnx");
        await File.WriteAllTextAsync(solution, DotNetWork.Solution(projects.Select(work.OnDisk)), cancellation).ConfigureAwait(false);
        CommandOutcome outcome = await RunAsync(work.Command(["build", solution, "--no-restore", "-clp:NoSummary;ErrorsOnly", "-p:BuildProjectReferences=false", "-p:DeterministicSourcePaths=false",
            $"-p:SolutionDir={work.Folder}{Path.DirectorySeparatorChar}", .. extension.Document()])).ConfigureAwait(false);

        var reports = extension.Read().Select(each => (each.Project, Report: DocumentationReport.Read(Path.Combine(extension.Documentation, each.Id + ".sarif"))))
            .ToLookup(each => each.Project, each => each.Report);
        foreach (string project in projects)
        {
            if (Problem(project, [.. reports[work.OnDisk(project)]], outcome) is { } problem)
            {
                return new StepResult(Shown, outcome.ExitCode, [problem]);
            }
        }

        var findings = reports.SelectMany(each => each).SelectMany(report => report!.Findings).Select(finding => finding with { File = Relative(work, finding.File) })
            .Where(finding => finding.File is not { } file || !file.Split('/').Contains("obj"));
        await using FileStream sarif = File.Create(Path.Combine(run.Folder, "docs.sarif"));
        SarifWriter.Write(sarif, DocumentationReport.Tool, null, findings.Concat(Empty(work)).Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line), 0);
        return new StepResult(Shown, outcome.ExitCode, [], Probed: true);

        Task<CommandOutcome> RunAsync(CommandLine command) => run.Commands.RunAsync(command, work.Folder, Path.Combine(run.Folder, "docs.log"), cancellation);
    }

    private static AssayError? Problem(string project, ImmutableArray<DocumentationReport?> reports, CommandOutcome outcome) =>
        reports.IsEmpty || reports.Contains(null) || reports.Any(report => report!.HasErrors)
            ? CommandProblems.Of(outcome, "The compilation with documentation", MsBuildMessages.LastError(outcome.LogPath)).FirstOrDefault()
                ?? new AssayError(CollectionErrors.ToolProducedNothing, $"The compiler left no report on the documentation of {project}.", project)
        : reports.All(report => report!.Probed) ? null
        : new AssayError(CollectionErrors.ProbeFailed, $"The compiler of {project} did not report the missing documentation that was planted for it, so that it reports none elsewhere shows nothing.", project,
            NextStep: "Look for targets, rule files or packages that switch compiler warnings off, and remove them.");

    private static IEnumerable<ToolFinding> Empty(DotNetWork work)
    {
        var roles = new DotNetRoles(work.Context.Tree, work.Root);
        return from file in work.Context.Tree.Files
               where file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && roles.Of(file.Path) == FileRole.Production
               from finding in EmptyComments.In(file.Path, Encoding.UTF8.GetString(work.Context.Tree.Read(file.Path) ?? []))
               select finding;
    }

    private static string? Relative(DotNetWork work, string? file) => file is null ? null : Path.GetRelativePath(work.Context.RepositoryRoot, file).Replace('\\', '/');
}
