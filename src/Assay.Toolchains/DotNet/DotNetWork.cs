using System.Collections.Immutable;
using System.Xml.Linq;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.DotNet;

/// <summary>One root's work: what the steps share.</summary>
internal sealed class DotNetWork(StepContext context)
{
    private static readonly ImmutableDictionary<string, string> Variables = ImmutableDictionary<string, string>.Empty
        .Add("DOTNET_CLI_UI_LANGUAGE", "en")
        .Add("MSBUILDTERMINALLOGGER", "off")
        .Add("DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE", "true");

    internal StepContext Context => context;

    /// <summary>Folder that the commands run in.</summary>
    internal string Folder { get; } = TreePaths.OnDisk(context.RepositoryRoot, context.Root.Path);

    internal ToolchainRoot Root => context.Root;

    /// <summary>What the user would type to name the entry, from the root's folder.</summary>
    internal string Entry => TreePaths.Name(context.Root.Entry);

    /// <summary>Projects of the root, relative to the repository.</summary>
    internal IReadOnlyList<string> Projects { get; } = DotNetRoots.Projects(context.Tree, context.Root);

    /// <summary>Why some projects could not be restored while others were; told by the steps that do without them.</summary>
    internal AssayError? PartlyRestored { get; set; }

    /// <summary>When the build of this run began; null where a configured command builds.</summary>
    internal DateTime? BuildBegan { get; set; }

    /// <summary>Whether this run built the file: what an earlier build left behind shows nothing about this content.</summary>
    internal bool IsFresh(string file) => File.Exists(file) && (BuildBegan is not { } began || File.GetLastWriteTimeUtc(file) >= began);

    /// <summary>Another root of the component has a project of tests, whose own step runs it.</summary>
    internal bool OthersHoldTests => context.Component.Toolchains
        .Where(root => root.Toolchain == Root.Toolchain && root != Root)
        .SelectMany(root => DotNetRoots.Projects(context.Tree, root))
        .Any(project => TestProjects.IsTest(ProjectFile.Read(context.Tree, project)));

    internal CommandLine Command(params ReadOnlySpan<string> arguments) => new("dotnet", [.. arguments], Variables);

    /// <summary>What <c>dotnet</c> is given: the entry, or a solution made for the run where several projects stand without one.</summary>
    internal string EntryFor(string temporaryFolder)
    {
        if (SolutionFile.Rank(Entry) >= 0 || Projects.Count <= 1)
        {
            return Entry;
        }

        string path = Path.Combine(temporaryFolder, "all.slnx");
        File.WriteAllText(path, Solution(Projects.Select(OnDisk)));
        return path;
    }

    /// <summary>The text of a solution of these projects, named by absolute paths.</summary>
    internal static string Solution(IEnumerable<string> projects) =>
        new XElement("Solution", projects.Select(project => new XElement("Project", new XAttribute("Path", project)))).ToString();

    internal string OnDisk(string path) => TreePaths.OnDisk(context.RepositoryRoot, path);

    internal string Title(string verb) =>
        $"dotnet {verb} {Entry}{(DotNetRoots.Others(context.Tree, Root) is > 0 and var others ? $" (of {others + 1} solutions)" : "")}";

    /// <summary>A step's name, unique in the component also where it has several .NET roots.</summary>
    internal string Name(string verb)
    {
        var roots = context.Component.Toolchains.Where(root => root.Toolchain == DotNetToolchain.ToolchainName).ToList();
        bool beside = roots.Find(root => root.Path == Root.Path) is { } first && first != Root;
        string place = beside ? $"{Root.Path}/{Entry}" : roots.Count > 1 ? Root.Path : "";
        return place.Length == 0 ? $"dotnet-{verb}" : $"dotnet-{verb}-{place.Trim('/').Replace('/', '-')}";
    }
}
