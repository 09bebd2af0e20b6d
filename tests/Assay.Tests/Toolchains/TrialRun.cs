using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Toolchains;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains;

/// <summary>Runs the steps of a trial in a folder, as the phases of a proof do.</summary>
internal sealed record TrialRun(IReadOnlyList<TestCase> Tests, AssayError? Problem, StepKind? Broke, IReadOnlyList<Observation> Seen, IReadOnlyList<StepResult> Results)
{
    public static async Task<TrialRun> InAsync(IToolchain toolchain, string root, Trial trial, TimeSpan? limit = null, Dictionary<string, string>? commands = null)
    {
        var tree = FolderTree.OfProject(root);
        var found = Assert.Single(toolchain.Detect(tree, ""), root => root.Path.Length == 0);
        var longest = limit ?? TimeSpan.FromMinutes(2);
        var context = new StepContext(root, tree, new Component("c", "", null, null, [found], "sha256:0"), found, commands ?? [], longest);
        List<Observation> seen = [];
        List<StepResult> results = [];
        foreach (var step in toolchain.TrialSteps(context, trial))
        {
            var folder = Directory.CreateTempSubdirectory("assay-test-");
            try
            {
                results.Add(await step.Run(new StepRun(folder.FullName, new CommandRunner(longest)), TestContext.Current.CancellationToken));
                seen.AddRange(Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal))
                    .SelectMany(file => Assay.Evidence.EvidenceFile.Read(file, TestContext.Current.CancellationToken).Observations));
                if (results[^1].Problems.FirstOrDefault() is { } problem) return new([.. seen.OfType<TestCase>()], problem, step.Kind, seen, results);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return new([.. seen.OfType<TestCase>()], null, null, seen, results);
    }
}
