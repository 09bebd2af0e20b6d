using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;

namespace Assay.Toolchains.Components;

/// <summary>A component with what is configured for it.</summary>
public sealed record FoundComponent(Component Component, ComponentConfiguration Configuration);

/// <summary>Finds the components in the judged path: those that assay.yaml declares, else the path itself as one.</summary>
public static class ComponentFinder
{
    /// <summary>The components, in order of their paths.</summary>
    /// <param name="scope">Judged path relative to the repository, empty for the root.</param>
    /// <param name="repository">Name of the repository, for a component without a better name.</param>
    /// <param name="planned">Before implementation: a declared component may have no file yet.</param>
    /// <exception cref="AssayException">There is nothing to judge in the path.</exception>
    public static ImmutableArray<FoundComponent> Find(IFileTree tree, string scope, string repository, Configuration configuration, bool planned = false)
    {
        var folder = configuration.Path is { } file ? Folder(file) : scope;
        var declared = configuration.Components.Select(component => (Settings: component, Path: Join(folder, component.Path)))
            .Where(component => IsWithin(component.Path, scope)).OrderBy(component => component.Path, StringComparer.Ordinal).ToList();

        if (declared.Count == 0 && !configuration.Components.IsEmpty)
        {
            throw new AssayException(new AssayError(ConfigurationErrors.NoComponent, $"No component of {configuration.Path} lies in {Shown(scope)}.",
                NextStep: $"Judge one of these, seen from the repository's root: {string.Join(", ", configuration.Components.Select(component => Shown(Join(folder, component.Path))))}"));
        }
        if (declared.Count == 0) declared = [(ComponentConfiguration.Detected(Name(scope, repository), scope), scope)];

        ImmutableArray<FoundComponent> found = [.. declared.Select(component => new FoundComponent(Build(tree, component.Settings, component.Path), component.Settings))];
        foreach (var component in found)
        {
            if (planned && configuration.Components.Contains(component.Configuration)) continue;
            if (!tree.Files.Any(entry => component.Component.Contains(entry.Path)))
                throw new AssayException(new AssayError(ConfigurationErrors.NoComponent, $"No file is tracked in {Shown(component.Component.Path)}.", configuration.Path,
                    NextStep: configuration.Path is null ? null : $"Correct path: of {component.Component.Id}; where it is still to be written: assay check --phase pre_implementation"));
        }
        return found;
    }

    private static Component Build(IFileTree tree, ComponentConfiguration settings, string path)
    {
        ImmutableArray<ToolchainRoot> roots = [.. Toolchains.All.SelectMany(toolchain => toolchain.Detect(tree, path))];
        var kinds = roots.Select(root => Toolchains.Named(root.Toolchain).KindOf(tree, root)).Distinct().ToList();
        return new Component(settings.Id, path, settings.Kind, kinds.Count == 1 ? kinds[0] : null, roots, SubjectDigest.Of(tree, path));
    }

    private static string Name(string scope, string repository)
    {
        var name = scope.Length == 0 ? repository : scope[(scope.LastIndexOf('/') + 1)..];
        var id = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return id.Length == 0 ? "component" : id;
    }

    private static string Folder(string file) => file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "";

    private static string Join(string folder, string path) => path is "" or "." ? folder : folder.Length == 0 ? path : $"{folder}/{path}";

    private static bool IsWithin(string path, string scope) => scope.Length == 0 || path == scope || path.StartsWith(scope + "/", StringComparison.Ordinal);

    private static string Shown(string path) => path.Length == 0 ? "." : path;
}
