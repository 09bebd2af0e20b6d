using System.Collections.Immutable;
using System.Text;

namespace Assay.Git.Checkouts;

/// <summary>The <c>.git</c> in a private clone, which tests and builds see and may do anything to: made anew whenever a tree is shown.</summary>
internal static class VisibleRepository
{
    public const string Name = ".git";

    public static async Task WriteAsync(CloneState state, string root, RepositoryTree tree, FullTree shown)
    {
        var folder = Path.Combine(root, Name);
        if (Path.Exists(folder) || new FileInfo(folder).LinkTarget is not null) FolderRemoval.Remove(folder);
        foreach (var part in (string[])["objects/info", "objects/pack", "refs/heads", "refs/tags", "info"]) Directory.CreateDirectory(Path.Combine(folder, part));
        await File.WriteAllTextAsync(Path.Combine(folder, "HEAD"), (tree.Commit ?? "ref: refs/heads/main") + "\n").ConfigureAwait(false);
        File.Copy(state.Config, Path.Combine(folder, "config"));
        File.Copy(state.References, Path.Combine(folder, "packed-refs"));
        if (File.Exists(state.Shallow)) File.Copy(state.Shallow, Path.Combine(folder, "shallow"));
        File.Copy(state.Alternates, Path.Combine(folder, "objects", "info", "alternates"));
        if (shown.Id == tree.Id) File.Copy(state.Index, Path.Combine(folder, "index"));
        else await WriteIndexAsync(state, folder, tree, shown).ConfigureAwait(false);
    }

    /// <summary>The clone holds more than the tree does: content of submodules, which git does not look at, and of pointers, which it is told to take as they are.</summary>
    private static async Task WriteIndexAsync(CloneState state, string folder, RepositoryTree tree, FullTree shown)
    {
        var git = state.Git.With(ImmutableDictionary<string, string>.Empty.Add("GIT_DIR", folder));
        (await git.RunAsync("read-tree", tree.Id).ConfigureAwait(false)).OrThrow();
        await git.RunAsync("update-index", "-q", "--refresh").ConfigureAwait(false);
        var submodules = shown.Submodules.Select(path => path + "/").ToArray();
        var pointers = shown.Hydrated.Where(path => !submodules.Any(submodule => path.StartsWith(submodule, StringComparison.Ordinal)));
        if (string.Concat(pointers.Select(path => path + "\0")) is { Length: > 0 } paths)
            (await git.FeedAsync(Encoding.UTF8.GetBytes(paths), "update-index", "-z", "--assume-unchanged", "--stdin").ConfigureAwait(false)).OrThrow();
    }
}
