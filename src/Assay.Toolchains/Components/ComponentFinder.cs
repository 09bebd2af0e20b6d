using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Globs;

namespace Assay.Toolchains.Components;

/// <summary>A component with what is configured for it.</summary>
public sealed record FoundComponent(Component Component, ComponentConfiguration Configuration);

/// <summary>Finds the components in the judged path: those that assay.yaml declares, else those that its solutions, workspaces and packages show.</summary>
public static class ComponentFinder
{
    /// <summary>The components, in order of their paths, each with its kind.</summary>
    /// <param name="scope">Judged path relative to the repository, empty for the root.</param>
    /// <param name="repository">Name of the repository, for a component without a better name.</param>
    /// <param name="planned">Before implementation: a declared component may have no file yet.</param>
    /// <exception cref="AssayException">There is nothing to judge in the path.</exception>
    public static ImmutableArray<FoundComponent> Find(IFileTree tree, string scope, string repository, Configuration configuration, bool planned = false)
    {
        var found = Locate(tree, scope, repository, configuration, planned);
        var territory = new Territory(tree, found.Select(each => each.Component.Path));
        return [.. found.Select(each => each with { Component = WithKind(territory, each.Component) })];
    }

    /// <summary>The components, in order of their paths, without the kind that their sources show, which takes reading them.</summary>
    /// <exception cref="AssayException">There is nothing to judge in the path.</exception>
    public static ImmutableArray<FoundComponent> Locate(IFileTree tree, string scope, string repository, Configuration configuration, bool planned = false)
    {
        var places = Places(tree, scope, repository, configuration);
        var territory = new Territory(tree, places.Select(place => place.Path));
        foreach (var (settings, path) in places.Where(place => territory.Of(place.Path).Files.IsEmpty && !(planned && configuration.Components.Contains(place.Settings))))
        {
            throw new AssayException(new AssayError(ConfigurationErrors.NoComponent, $"No file is tracked in {Shown(path)}{(places.Any(other => IsBelow(other.Path, path) && other.Path != path) ? " beside the components in it" : "")}.", configuration.Path,
                NextStep: configuration.Path is null ? null : $"Correct path: of {settings.Id}; where it is still to be written: assay check --phase pre_implementation"));
        }
        ImmutableArray<Component> components = [.. places.Select(place => new Component(place.Settings.Id, place.Path, place.Settings.Kind, null, Roots(territory.Of(place.Path), place.Settings, place.Path), "")
        {
            Profile = place.Settings.Profile,
            Nested = [.. places.Select(other => other.Path).Where(other => other != place.Path && IsBelow(other, place.Path))],
        })];
        var used = Dependencies.Of(tree, territory, components);
        components = [.. components.Zip(places, (component, place) => component with { DependsOn = [.. used[component.Id].Union(place.Settings.DependsOn.Where(used.ContainsKey)).Order(StringComparer.Ordinal)] })];
        var rest = territory.Rest.Where(file => IsBelow(file.Path, scope));
        return [.. SubjectDigest.OfAll(tree, territory, components, rest).Zip(places, (component, place) => new FoundComponent(component, place.Settings))];
    }

    /// <summary>The component with the kind that its sources show, where they agree on one.</summary>
    public static Component WithKind(Territory territory, Component component)
    {
        var kinds = component.Toolchains.Select(root => Toolchains.Named(root.Toolchain).KindOf(territory.Of(component.Path), root)).Distinct().ToList();
        return component with { DetectedKind = kinds.Count == 1 ? kinds[0] : null };
    }

    /// <summary>The folders of all components, in order, with what is configured for each.</summary>
    internal static ImmutableArray<(ComponentConfiguration Settings, string Path)> Places(IFileTree tree, string scope, string repository, Configuration configuration)
    {
        var folder = configuration.Path is { } file ? TreePaths.Folder(file) : scope;
        var declared = configuration.Components.Select(component => (Settings: component, Path: Join(folder, component.Path)))
            .Where(component => IsBelow(component.Path, scope)).OrderBy(component => component.Path, StringComparer.Ordinal).ToImmutableArray();
        if (!declared.IsEmpty) return declared;
        if (!configuration.Components.IsEmpty)
        {
            throw new AssayException(new AssayError(ConfigurationErrors.NoComponent, $"No component of {configuration.Path} lies in {Shown(scope)}.",
                NextStep: $"Judge one of these, seen from the repository's root: {string.Join(", ", configuration.Components.Select(component => Shown(Join(folder, component.Path))))}"));
        }
        var folders = DetectedFolders.Of(tree, scope);
        var ids = new DetectedNames(scope, repository);
        return [.. folders.Select(path => (ComponentConfiguration.Detected(ids.Of(path), path), path))];
    }

    /// <summary>The toolchain roots in a component; what it excludes is no product, and so nothing to build.</summary>
    private static ImmutableArray<ToolchainRoot> Roots(IFileTree part, ComponentConfiguration settings, string path)
    {
        var excluded = new GlobSet(settings.Exclude);
        return [.. Toolchains.All.SelectMany(toolchain => toolchain.Detect(part, path))
            .Where(root => excluded.IsEmpty || !excluded.IsMatch(path.Length == 0 ? root.Entry : root.Entry[(path.Length + 1)..]))];
    }

    private static string Join(string folder, string path) => path is "" or "." ? folder : TreePaths.Join(folder, path);

    private static bool IsBelow(string path, string folder) => path == folder || TreePaths.IsBelow(path, folder);

    private static string Shown(string path) => path.Length == 0 ? "." : path;
}
