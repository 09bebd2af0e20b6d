using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet;

namespace Assay.Tests.Toolchains.DotNet.Trials;

/// <summary>A folder whose trees are tried one after another, as a proof does it.</summary>
internal sealed class TriedFolder : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DotNetToolchain toolchain = new();

    internal string Root => folder.File("repo");

    internal void Write(string path, string content) => folder.Write("repo/" + path, content);

    internal async Task<Tried> TryAsync(bool coverage = false, ImmutableArray<TestCase>? only = null, TimeSpan? limit = null, bool asLeft = false)
    {
        var tree = FolderTree.OnDisk(Root, path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
        var root = Assert.Single(toolchain.Detect(tree, ""));
        var component = new Component("c", "", null, null, [root], "sha256:0");
        var steps = new Dictionary<StepKind, StepResult>();
        var seen = new List<Observation>();
        var logs = new List<string>();
        foreach (var step in toolchain.TrialSteps(new StepContext(Root, tree, component, root, ImmutableDictionary<string, string>.Empty, TimeSpan.FromMinutes(5)), new Trial(coverage, only ?? []) { AsLeft = asLeft }))
        {
            var own = folder.File($"evidence/{Guid.NewGuid():N}");
            Directory.CreateDirectory(own);
            var time = step.Kind == StepKind.Test ? limit : null;
            steps[step.Kind] = await step.Run(new StepRun(own, new CommandRunner(time ?? TimeSpan.FromMinutes(5))), TestContext.Current.CancellationToken);
            foreach (var file in Directory.EnumerateFiles(own))
            {
                if (file.EndsWith(".log", StringComparison.Ordinal)) logs.Add(Path.GetFileName(file));
                else seen.AddRange(EvidenceFile.Read(file, TestContext.Current.CancellationToken).Observations);
            }
        }
        return new Tried(steps, seen, logs);
    }

    public void Dispose() => folder.Dispose();
}

/// <summary>What one trial left.</summary>
internal sealed record Tried(Dictionary<StepKind, StepResult> Steps, List<Observation> Seen, List<string> Logs)
{
    internal IEnumerable<string> Problems => Steps.Values.SelectMany(step => step.Problems.Select(problem => problem.What));

    internal ImmutableArray<TestCase> Tests => [.. Seen.OfType<TestCase>()];

    internal string[] Ids => [.. Tests.Select(test => $"{test.Run}: {test.Id} {test.Outcome}").Order(StringComparer.Ordinal)];
}
