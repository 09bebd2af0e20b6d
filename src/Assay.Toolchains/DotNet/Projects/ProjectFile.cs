using Assay.Core.Changes;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>A project of the tree with the files above it that MSBuild reads for it.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Own">The project file itself; null where it cannot be read.</param>
/// <param name="Imported">Files that it imports by their names, and those that they import.</param>
/// <param name="Inherited">The nearest <c>Directory.Build.props</c> and <c>.targets</c> above, and those that they import, nearest first.</param>
internal sealed record ProjectFile(string Path, ProjectXml? Own, IReadOnlyList<ProjectXml> Imported, IReadOnlyList<ProjectXml> Inherited)
{
    /// <summary>SDKs that bring no tests of their own; what another brings, its text does not tell.</summary>
    private static readonly string[] PlainSdks =
        ["Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Worker", "Microsoft.NET.Sdk.Razor", "Microsoft.NET.Sdk.BlazorWebAssembly", "Microsoft.NET.Sdk.WindowsDesktop", "MSTest.Sdk"];

    private static readonly string[] Endings = [".csproj", ".fsproj", ".vbproj"];

    internal string Folder => TreePaths.Folder(Path);

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal static bool Is(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    internal static ProjectFile Read(IFileTree tree, string path) =>
        new(path, ProjectXml.Read(tree, path), [.. ImportedBy(tree, path, 0)],
            [.. Above(tree, path, "Directory.Build.props").Concat(Above(tree, path, "Directory.Build.targets")).SelectMany(file => ImportedBy(tree, file, 0).Prepend(ProjectXml.Read(tree, file)!))]);

    /// <summary>Whether its text says all of what decides about tests: no file is imported by a name that has to be computed, no condition of a file above is more than a name, no SDK is unknown.</summary>
    internal bool TellsAll => Own is not null && Sdks.All(sdk => PlainSdks.Contains(sdk, StringComparer.OrdinalIgnoreCase))
        && Imported.Prepend(Own).Concat(Inherited).All(file => !file.ImportsComputed) && Inherited.All(file => file.ConditionsOfTests(TestProjects.IsOfTests).All(IsClear));

    internal IEnumerable<string> Sdks => Own?.Sdks ?? [];

    /// <summary>The property as the project sets it under whatever condition, else as a file above sets it without one.</summary>
    internal string? Property(string name) =>
        Statements.Select(file => file.Property(name, _ => true)).FirstOrDefault(value => value is not null) ?? Inherited.Select(file => file.Property(name, ForThis)).FirstOrDefault(value => value is not null);

    /// <summary>Packages of the project under whatever condition, and those that files above give to it without one.</summary>
    internal IEnumerable<string> Packages => Statements.SelectMany(file => file.Packages(_ => true)).Concat(Inherited.SelectMany(file => file.Packages(ForThis)));

    /// <summary>It asks for the project's name alone, or for what a project says of itself.</summary>
    private static bool IsClear(string condition) => ProjectXml.IsOfName(condition) || condition.Contains("$(IsTestProject)", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ProjectXml> Statements => Own is null ? Imported : Imported.Prepend(Own);

    private bool ForThis(string condition) => ProjectXml.HoldsForName(condition, Name);

    /// <summary>Files that one imports by their names, those included that they import; each import is looked into this deep at most.</summary>
    private static IEnumerable<ProjectXml> ImportedBy(IFileTree tree, string path, int depth)
    {
        const int Deepest = 8;
        if (depth == Deepest || ProjectXml.Read(tree, path) is not { } file) yield break;
        foreach (string import in file.Imports)
        {
            if (TreePaths.Resolve(TreePaths.Folder(path), import) is not { } target || ProjectXml.Read(tree, target) is not { } imported) continue;
            yield return imported;
            foreach (ProjectXml further in ImportedBy(tree, target, depth + 1)) yield return further;
        }
    }

    private static IEnumerable<string> Above(IFileTree tree, string path, string name)
    {
        for (string? folder = TreePaths.Folder(path); folder is not null; folder = TreePaths.Parent(folder))
        {
            string file = TreePaths.Join(folder, name);
            if (ProjectXml.Read(tree, file) is not { } found)
            {
                continue;
            }

            yield return file;
            if (!found.ImportsFromAbove(name))
            {
                yield break;
            }
        }
    }
}
