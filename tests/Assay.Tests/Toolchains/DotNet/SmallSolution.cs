using Assay.Core.Components;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet;

namespace Assay.Tests.Toolchains.DotNet;

/// <summary>A solution on the disk, and what the steps made of it.</summary>
internal sealed class SmallSolution : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TempFolder evidence = new();

    internal SmallSolution(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            folder.Write("repo/" + path, content);
        }
    }

    internal Dictionary<string, StepResult> Results { get; } = [];

    internal List<(string Step, string File, EvidenceContent Content)> Files { get; } = [];

    internal IEnumerable<T> Seen<T>() where T : Observation => Files.SelectMany(file => file.Content.Observations).OfType<T>();

    internal async Task RunAsync(IReadOnlyDictionary<string, string>? commands = null)
    {
        var toolchain = new DotNetToolchain();
        FolderTree tree = FolderTree.OnDisk(folder.File("repo"));
        ToolchainRoot root = Assert.Single(toolchain.Detect(tree, ""));
        var component = new Component("c", "", null, null, [root], "sha256:0");
        var limit = TimeSpan.FromMinutes(10);
        foreach (Step step in toolchain.Steps(new StepContext(folder.File("repo"), tree, component, root, commands ?? new Dictionary<string, string>(), limit)))
        {
            string own = Directory.CreateDirectory(evidence.File(step.Name)).FullName;
            Results[step.Name] = await step.Run(new StepRun(own, new CommandRunner(limit)), CancellationToken.None);
            Files.AddRange(Directory.EnumerateFiles(own).Where(file => !file.EndsWith(".log", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(file => (step.Name, Path.GetFileName(file), EvidenceFile.Read(file, CancellationToken.None))));
        }
    }

    public void Dispose()
    {
        folder.Dispose();
        evidence.Dispose();
    }
}
