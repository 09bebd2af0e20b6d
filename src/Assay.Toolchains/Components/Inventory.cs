using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Globs;
using Assay.Core.Measuring;

namespace Assay.Toolchains.Components;

/// <summary>The source files of a component and their roles. A source that nothing says otherwise of is production.</summary>
public static class Inventory
{
    private static readonly HashSet<string> SourceExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".fs", ".vb", ".razor", ".java", ".kt", ".scala", ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte",
        ".py", ".go", ".rs", ".rb", ".php", ".swift", ".c", ".cc", ".cpp", ".h", ".hpp",
    };

    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase) { ".md", ".yaml", ".yml", ".csproj", ".props", ".targets" };

    /// <summary>Files of <paramref name="component"/> at head, roles by the given configuration.</summary>
    /// <param name="atBase">The tree at base, to keep the roles that files had there; null to take head's.</param>
    public static ImmutableArray<ComponentFile> Of(IFileTree tree, Component component, ComponentConfiguration configuration, IFileTree? atBase = null)
    {
        var roles = RootRoles.Of(tree, component.Toolchains);
        var before = atBase is null ? null : RootRoles.Of(atBase, component.Toolchains);
        var known = atBase?.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var tests = new GlobSet(configuration.Tests);
        // Without globs nothing is said, and nothing need be looked up.
        var shipped = configuration.Tests.IsEmpty ? null : RootRoles.Shipped(tree, component.Toolchains, path => component.Contains(path) && tests.IsMatch(Local(path)));
        var excluded = new GlobSet(configuration.Exclude);
        return
        [
            .. from file in tree.Files
               where file.Mode is "100644" or "100755" && component.Contains(file.Path) && (IsSource(file.Path) || IsProgram(file.Path))
               let local = Local(file.Path)
               where !excluded.IsMatch(local)
               select new ComponentFile(file.Path, tests.IsMatch(local) ? shipped!(file.Path) ? FileRole.Production : FileRole.Test : Role(file.Path)),
        ];

        string Local(string path) => component.Path.Length == 0 ? path : path[(component.Path.Length + 1)..];

        // A module or a program without an ending is known by who imports it, or by its first line.
        bool IsProgram(string path) => !TreePaths.Name(path).Contains('.') && (roles(path) == FileRole.Production || Shebang.Names(tree.Read(path)));

        FileRole Role(string path) => (known is not null && known.Contains(path) ? before!(path) : null) ?? roles(path) ?? FileRole.Production;
    }

    /// <summary>
    /// Reads the texts of components at once: measuring asks for them file by file and from several sides, and each question would cost a turn of two
    /// processes. A tree keeps what it has read.
    /// </summary>
    public static void ReadAhead(IFileTree tree, IEnumerable<FoundComponent> components)
    {
        var judged = components.Select(found => found.Component).ToList();
        var texts = tree.Files.Select(file => file.Path).Where(path => (IsSource(path) || Path.GetExtension(path) is "" || TextExtensions.Contains(Path.GetExtension(path))) && judged.Exists(component => component.Contains(path)));
        _ = tree.ReadAll(texts.Take(MostReadAhead)).Count();
    }

    private const int MostReadAhead = 4096;

    /// <summary>Whether the path is that of source code, by its ending.</summary>
    public static bool IsSource(string path) => SourceExtensions.Contains(Path.GetExtension(path)) && !path.EndsWith(".d.ts", StringComparison.Ordinal);
}
