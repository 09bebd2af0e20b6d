using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Objects;
using Assay.Git.Trees;

namespace Assay.Git.Checkouts;

/// <summary>Puts the content of submodules, recursively, and of git-lfs into a tree, so that all of it is shown, compared and cleaned as one.</summary>
internal sealed class TreeExpansion(CloneState state, SubmoduleStores top)
{
    private readonly LfsContents lfs = new(state);

    public async Task<FullTree> ExpandAsync(RepositoryTree tree)
    {
        var found = new Found();
        await AddAsync(found, "", tree.Id, top).ConfigureAwait(false);
        ImmutableArray<TreeFile> files = [.. found.Files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        var id = found.Submodules.Count + found.Hydrated.Count == 0 ? tree.Id : await TreeWriter.WriteAsync(state.Git, state.Composed, files).ConfigureAwait(false);
        return new(id, files, [.. found.Submodules], [.. found.Hydrated], [.. found.NotShown.Order(StringComparer.Ordinal)]);
    }

    private async Task AddAsync(Found found, string prefix, string tree, SubmoduleStores stores)
    {
        var files = TreeListing.Parse(await TreeListing.StartAsync(state.Git, tree).ConfigureAwait(false));
        var contents = await ContentsAsync(found, prefix, tree, files, stores).ConfigureAwait(false);
        found.Files.AddRange(files.Where(file => file.Mode != FileModes.Submodule).Select(file => file with { Path = prefix + file.Path, Id = contents.GetValueOrDefault(file.Path, file.Id) }));
        var submodules = files.Where(file => file.Mode == FileModes.Submodule).ToList();
        if (submodules.Count == 0) return;
        var names = await SubmoduleStores.NamesAsync(state.Git, tree).ConfigureAwait(false);
        foreach (var submodule in submodules)
        {
            var path = prefix + submodule.Path;
            if (await stores.FindAsync(state, submodule.Path, names.GetValueOrDefault(submodule.Path), submodule.Id).ConfigureAwait(false) is not var (content, own))
            {
                found.Files.Add(submodule with { Path = path });
                found.NotShown.Add(path);
                continue;
            }
            found.Submodules.Add(path);
            await AddAsync(found, path + "/", content, own).ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<string, string>> ContentsAsync(Found found, string prefix, string tree, ImmutableArray<TreeFile> files, SubmoduleStores stores)
    {
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, digest, size) in await lfs.PointersAsync(tree, files).ConfigureAwait(false))
        {
            if (await lfs.StoreAsync(stores, file.Path, digest, size).ConfigureAwait(false) is { } id)
            {
                contents[file.Path] = id;
                found.Hydrated.Add(prefix + file.Path);
            }
            else
            {
                found.NotShown.Add(prefix + file.Path);
            }
        }
        return contents;
    }

    private sealed class Found
    {
        public List<TreeFile> Files { get; } = [];
        public List<string> Submodules { get; } = [];
        public List<string> Hydrated { get; } = [];
        public List<string> NotShown { get; } = [];
    }
}
