using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Tests.Support;
using Assay.Toolchains;
using Assay.Toolchains.Commands;
using Assay.Toolchains.Sbom;
using Assay.Toolchains.Vulnerabilities;

namespace Assay.Tests.Toolchains.Vulnerabilities;

/// <summary>A repository in a folder, its bill and its vulnerabilities by the real steps, and what the standard says of what they left.</summary>
internal sealed class Scanned : IDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();

    /// <summary>Files that are there and that git does not track.</summary>
    private readonly HashSet<string> untracked = [];

    internal StepResult Sbom { get; private set; } = null!;

    internal StepResult Vulnerabilities { get; private set; } = null!;

    internal string OnDisk(string path) => folder.File($"repository/{path}");

    internal string Left(string step, string name) => File.ReadAllText(folder.File($"repository/.assay/{step}/{name}"));

    internal Scanned With(string path, string text)
    {
        folder.Write($"repository/{path}", text);
        return this;
    }

    internal Scanned Untracked(string path)
    {
        untracked.Add(path);
        return this;
    }

    internal FolderTree Tree => new(Directory.EnumerateFiles(OnDisk("."), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(OnDisk("."), file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "obj" or "packages" or ".assay") && !untracked.Any(each => path == each || path.StartsWith(each + "/", StringComparison.Ordinal)))
        .ToDictionary(path => path, path => File.ReadAllBytes(OnDisk(path))));

    internal async Task<Scanned> RunAsync(string? advisories = null, DateTimeOffset? now = null, bool restore = true)
    {
        FolderTree tree = Tree;
        ImmutableArray<ToolchainRoot> roots = [.. Assay.Toolchains.Toolchains.All.SelectMany(toolchain => toolchain.Detect(tree, ""))];
        var component = new Component("app", "", null, null, roots, "sha256:x");
        // A configured build stands in place of the restore step, so that the bill restores by itself.
        var commands = restore ? new Dictionary<string, string> { ["build"] = "true" } : [];
        var bill = new Bill(OnDisk("."), tree, component, commands);
        Sbom = await RunAsync(SbomStep.Create(bill, "0.1.0"));
        Vulnerabilities = await RunAsync(VulnerabilitiesStep.Create(bill, advisories, new Stopped(now ?? Now)));
        return this;
    }

    /// <summary>What the steps left, judged by the standard.</summary>
    internal Lab Lab()
    {
        var lab = new Lab
        {
            Problems =
            [
                .. Sbom.Problems.Select(problem => EvidenceProblem.OfStep(problem, "app", StepKind.Sbom)),
                .. Vulnerabilities.Problems.Select(problem => EvidenceProblem.OfStep(problem, "app", StepKind.Vulnerabilities)),
            ],
        };
        foreach (var file in Tree.Files) lab.File(file.Path, System.Text.Encoding.UTF8.GetString(Tree.Read(file.Path)!));
        foreach (var (step, kind, result) in ((string, StepKind, StepResult)[])[("sbom", StepKind.Sbom, Sbom), ("vulnerabilities", StepKind.Vulnerabilities, Vulnerabilities)])
            foreach (string report in Directory.EnumerateFiles(OnDisk($".assay/{step}"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal)))
                lab.Report($"{step}/{Path.GetFileName(report)}", File.ReadAllText(report), kind, probed: result.Probed);
        return lab;
    }

    public void Dispose() => folder.Dispose();

    private async Task<StepResult> RunAsync(Step step)
    {
        string own = Directory.CreateDirectory(OnDisk($".assay/{step.Name}")).FullName;
        return await step.Run(new StepRun(own, new CommandRunner(TimeSpan.FromMinutes(5))), TestContext.Current.CancellationToken);
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
