using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Toolchains.Components;

namespace Assay.Proof.Sides;

/// <summary>The changed files by side.</summary>
internal sealed class ChangeSides
{
    private readonly ImmutableArray<(ChangedFile File, Side Side)> files;

    private ChangeSides(ImmutableArray<(ChangedFile, Side)> files) => this.files = files;

    /// <summary>A file is of the tests only if it is that on both sides of the change: what was production, or becomes it, is production.</summary>
    public static ChangeSides Of(Change change, IFileTree baseTree, ImmutableArray<FoundComponent> atBase, IFileTree headTree, ImmutableArray<FoundComponent> atHead)
    {
        var before = new SideOfFile(baseTree, atBase);
        var after = new SideOfFile(headTree, atHead);
        return new([.. change.Files.Select(file => (file, file.Kind switch
        {
            ChangeKind.Added => after.Of(file.Path),
            ChangeKind.Deleted => before.Of(file.Path),
            _ => Weaker(before.Of(file.OldPath ?? file.Path), after.Of(file.Path)),
        }))]);
    }

    /// <summary>Changed files of one side, within the component or in a folder above it where that reaches it.</summary>
    public ImmutableArray<ChangedFile> In(FoundComponent found, Side side) =>
        [.. files.Where(each => each.Side == side && Concerns(found, each.File, side)).Select(each => each.File)];

    /// <summary>Paths of one side before and after the change.</summary>
    public ImmutableHashSet<string> Paths(params ReadOnlySpan<Side> sides)
    {
        var paths = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (file, side) in files)
        {
            if (!sides.Contains(side)) continue;
            paths.Add(file.Path);
            if (file.OldPath is not null) paths.Add(file.OldPath);
        }
        return paths.ToImmutable();
    }

    /// <summary>A source or prompt of the change that lies in no component; null where there is none.</summary>
    public string? OfNobody(ImmutableArray<FoundComponent> components) => files
        .Where(each => each.Side is Side.Production or Side.Prompt && !components.Any(found => Concerns(found, each.File, each.Side))).Select(each => each.File.Path).FirstOrDefault();

    private static bool Concerns(FoundComponent found, ChangedFile file, Side side) =>
        found.Component.Contains(file.Path) || (file.OldPath is not null && found.Component.Contains(file.OldPath))
        || (side == Side.Manifest && IsAbove(file.Path, found.Component.Path));

    private static bool IsAbove(string path, string component) =>
        path.LastIndexOf('/') is var slash && (slash < 0 || component == path[..slash] || component.StartsWith(path[..(slash + 1)], StringComparison.Ordinal));

    private static Side Weaker(Side one, Side other) => one == other ? one
        : one is Side.Test or Side.Other && other is Side.Test or Side.Other ? Side.Test
        : one == Side.Prompt || other == Side.Prompt ? Side.Prompt
        : one == Side.Manifest || other == Side.Manifest ? Side.Manifest
        : Side.Production;
}
