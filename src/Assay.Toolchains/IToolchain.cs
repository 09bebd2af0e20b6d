using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Toolchains;

/// <summary>One toolchain: finds its roots in a tree, and runs its tools to produce evidence.</summary>
public interface IToolchain
{
    /// <summary>Short name, e.g. <c>dotnet</c>.</summary>
    string Name { get; }

    /// <summary>Its outermost roots below <paramref name="path"/>, from the tree alone; nothing is run.</summary>
    ImmutableArray<ToolchainRoot> Detect(IFileTree tree, string path);

    /// <summary>Folders below the root that are built and tested by themselves, such as the members of a workspace; none where the root's own run tells about all.</summary>
    ImmutableArray<string> Parts(IFileTree tree, ToolchainRoot root) => [];

    /// <summary>What kind of component the root holds; null where its files cannot tell.</summary>
    ComponentKind? KindOf(IFileTree tree, ToolchainRoot root);

    /// <summary>What role a file below the root has, as far as this toolchain can tell; null where it cannot.</summary>
    Func<string, FileRole?> Roles(IFileTree tree, ToolchainRoot root);

    /// <summary>Files below the root that production code takes in, where those are tests too that <paramref name="saidTest"/> tells: what runs in production is no test, whatever is said of it.</summary>
    Func<string, bool> Shipped(IFileTree tree, ToolchainRoot root, Func<string, bool> saidTest);

    /// <summary>Builds, tests, checks types and lints; the steps run in this order, and each reports by itself.</summary>
    IReadOnlyList<Step> Steps(StepContext context);

    /// <summary>
    /// Sets up, builds and tests, for one of several trees that the same folder shows one after another: what an earlier tree left built is used again where the
    /// tool itself sees that it still fits, and nothing is run that an earlier tree left behind and this one does not build.
    /// </summary>
    IReadOnlyList<Step> TrialSteps(StepContext context, Trial trial) => [.. Steps(context).Where(step => step.Kind is StepKind.Restore or StepKind.Build or StepKind.Test)];
}

/// <summary>What a step works on.</summary>
/// <param name="RepositoryRoot">Absolute path of the work tree.</param>
/// <param name="Commands">Configured commands by step; <c>build, test, types, lint</c> replace the detected ones.</param>
/// <param name="TimeLimit">Longest time for one command.</param>
public sealed record StepContext(
    string RepositoryRoot, IFileTree Tree, Component Component, ToolchainRoot Root,
    IReadOnlyDictionary<string, string> Commands, TimeSpan TimeLimit);

/// <summary>A piece of work that produces evidence.</summary>
/// <param name="Name">Unique in the component, e.g. <c>dotnet-test</c>.</param>
/// <param name="Title">What the user sees while it runs, e.g. <c>dotnet test payments.slnx</c>.</param>
/// <param name="Run">Runs it. Writes its evidence files into the given folder, which is empty and its own.</param>
public sealed record Step(string Name, StepKind Kind, string Title, Func<StepRun, CancellationToken, Task<StepResult>> Run)
{
    /// <summary>What it does for several components alike, so that one run of it serves all; null for a step of its component alone.</summary>
    public string? Shared { get; init; }
}

/// <summary>What a running step is given.</summary>
/// <param name="Folder">Absolute path of the step's own empty folder; every file in it afterwards is evidence, except <c>*.log</c>.</param>
/// <param name="Commands">Runs commands: time limit, output kept in <c>*.log</c>, environment cleaned, process tree ended on cancellation.</param>
public sealed record StepRun(string Folder, Commands.CommandRunner Commands)
{
    /// <summary>Absolute path of the folder below which steps put what is theirs alone, removed with it where the run is killed; null for the system's temporary folder.</summary>
    public string? Temporary { get; init; }

    /// <summary>A new empty folder, which the step removes.</summary>
    internal DirectoryInfo NewTemporary(string prefix) =>
        Temporary is null ? Directory.CreateTempSubdirectory(prefix) : Directory.CreateDirectory(Path.Combine(Temporary, prefix + Path.GetRandomFileName()));
}

/// <summary>How a step ended.</summary>
/// <param name="Command">The command line that made the evidence, as a user would type it.</param>
/// <param name="ExitCode">Its exit code; null where it did not start or was stopped.</param>
/// <param name="Problems">Everything that keeps its evidence from being relied on; empty where all went well. A failing test is not a problem, it is in the report.</param>
/// <param name="Probed">The tool was shown in this run to find what was planted for it.</param>
public sealed record StepResult(string Command, int? ExitCode, ImmutableArray<AssayError> Problems, bool Probed = false)
{
    /// <summary><c>sha256:…</c> of the release that it was run with; null where it was run with content alone.</summary>
    public string? Artifact { get; init; }
}
