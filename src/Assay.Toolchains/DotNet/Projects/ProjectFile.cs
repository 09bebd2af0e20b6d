using Assay.Core.Changes;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>A project of the tree with the files above it that MSBuild reads for it.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Own">The project file itself; null where it cannot be read.</param>
/// <param name="Inherited">The nearest <c>Directory.Build.props</c> and <c>.targets</c> above, and those that they import, nearest first.</param>
internal sealed record ProjectFile(string Path, ProjectXml? Own, IReadOnlyList<ProjectXml> Inherited)
{
    private static readonly string[] Endings = [".csproj", ".fsproj", ".vbproj"];

    internal string Folder => TreePaths.Folder(Path);

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal static bool Is(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    internal static ProjectFile Read(IFileTree tree, string path) =>
        new(path, ProjectXml.Read(tree, path), [.. Above(tree, path, "Directory.Build.props"), .. Above(tree, path, "Directory.Build.targets")]);

    internal IEnumerable<string> Sdks => Own?.Sdks ?? [];

    /// <summary>The property as the project sets it under whatever condition, else as a file above sets it without one.</summary>
    internal string? Property(string name) =>
        Own?.Property(name, _ => true) ?? Inherited.Select(file => file.Property(name, ForThis)).FirstOrDefault(value => value is not null);

    /// <summary>Packages of the project under whatever condition, and those that files above give to it without one.</summary>
    internal IEnumerable<string> Packages => (Own?.Packages(_ => true) ?? []).Concat(Inherited.SelectMany(file => file.Packages(ForThis)));

    private bool ForThis(string condition) => ProjectXml.HoldsForName(condition, Name);

    private static IEnumerable<ProjectXml> Above(IFileTree tree, string path, string name)
    {
        for (string? folder = TreePaths.Folder(path); folder is not null; folder = TreePaths.Parent(folder))
        {
            if (ProjectXml.Read(tree, TreePaths.Join(folder, name)) is not { } found)
            {
                continue;
            }

            yield return found;
            if (!found.ImportsFromAbove(name))
            {
                yield break;
            }
        }
    }
}
