using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>Checks types with the project's own TypeScript, one project file after the other, and leaves SARIF.</summary>
internal sealed class NodeTypesStep(string repositoryRoot, NodePackage package, string compiler, ImmutableArray<string> projects)
{
    private const int MostProjects = 100;
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The package's project files: its tsconfig.json and every project that it refers to, since <c>tsc -p</c> alone does not follow references and a
    /// solution file without files of its own would pass unseen. Empty where there is none.
    /// </summary>
    internal static ImmutableArray<string> Projects(IFileTree tree, NodePackage package)
    {
        var found = new List<string>();
        var open = new Queue<string>([package.File("tsconfig.json")]);
        while (open.TryDequeue(out string? path) && found.Count < MostProjects)
        {
            if (!found.Contains(path) && tree.Read(path) is { } content)
            {
                found.Add(path);
                References(content).Select(reference => TreePaths.Resolve(TreePaths.Folder(path), reference)).OfType<string>()
                    .Select(reference => reference.EndsWith(".json", StringComparison.Ordinal) ? reference : $"{reference}/tsconfig.json")
                    .ToList().ForEach(open.Enqueue);
            }
        }

        return [.. found];
    }

    internal Step Create(string name) =>
        new(name, StepKind.Types, $"{compiler} --noEmit -p {string.Join(", ", projects.Take(3))}{(projects.Length > 3 ? " …" : "")}", RunAsync);

    private async Task<StepResult> RunAsync(StepRun run, CancellationToken cancellation)
    {
        string shown = string.Join(" && ", projects.Select(project => $"npx {compiler} --noEmit -p {project}"));
        if (LocalBin.Find(repositoryRoot, package.Path, compiler) is not { } program)
        {
            return new StepResult(shown, null, [Outcomes.NotInstalled(compiler, compiler == "tsc" ? "typescript" : compiler, package.Path)]);
        }

        var findings = new List<ToolFinding>();
        var problems = ImmutableArray.CreateBuilder<AssayError>();
        int? exitCode = 0;
        for (int index = 0; index < projects.Length; index++)
        {
            string log = Path.Combine(run.Folder, $"types-{index + 1}.log");
            var command = new CommandLine(program, ["--noEmit", "--pretty", "false", "-p", Path.Combine(repositoryRoot, projects[index])], PackageManager.Surroundings);
            CommandOutcome outcome = await run.Commands.RunAsync(command, Path.Combine(repositoryRoot, package.Path), log, cancellation).ConfigureAwait(false);
            if (Outcomes.NotRun(outcome, compiler, "Install Node.js 20 or later.") is { } notRun)
            {
                return new StepResult(shown, null, [notRun]);
            }

            ImmutableArray<ToolFinding> found = TscOutput.Read(File.ReadLines(log), package.Path);
            findings.AddRange(found);
            exitCode = outcome.ExitCode == 0 ? exitCode : outcome.ExitCode;
            if (outcome.ExitCode != 0 && found.IsEmpty)
            {
                problems.Add(Outcomes.Failed(outcome, compiler, " and named no error"));
            }
        }

        if (problems.Count == 0)
        {
            await using FileStream report = File.Create(Path.Combine(run.Folder, "types.sarif"));
            SarifWriter.Write(report, "tsc", null, findings.Distinct(), exitCode ?? 0);
        }

        return new StepResult(shown, exitCode, problems.ToImmutable());
    }

    private static ImmutableArray<string> References(byte[] content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content, WithComments);
            return document.RootElement.TryGetProperty("references", out JsonElement references)
                ? [.. references.EnumerateArray().Select(reference => reference.GetProperty("path").GetString() ?? "")]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return []; // the compiler itself will say what is wrong with it
        }
    }
}
