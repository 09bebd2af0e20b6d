using System.Collections.Immutable;
using System.Text;
using Assay.Git.Objects;
using Assay.Git.Processes;

namespace Assay.Git.Checkouts;

/// <summary>Where a repository keeps its submodules: below <c>modules</c> in its git folders, or in the submodules' own folders. See gitsubmodules(7).</summary>
/// <param name="GitFolders">Folders of the repository with its <c>modules</c> and <c>lfs</c>.</param>
/// <param name="WorkTree">Absolute path of its work tree, which may not be there.</param>
internal sealed record SubmoduleStores(ImmutableArray<string> GitFolders, string WorkTree)
{
    /// <summary>The names of a tree's submodules, by path.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(GitRunner git, string tree)
    {
        var answer = await git.RunAsync("config", $"--blob={tree}:.gitmodules", "-z", "--get-regexp", @"^submodule\..*\.path$").ConfigureAwait(false);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in answer.Text.Split('\0').Select(entry => entry.Split('\n', 2)).Where(entry => entry.Length == 2))
            names[entry[1].TrimEnd('/')] = entry[0]["submodule.".Length..^".path".Length];
        return names;
    }

    /// <summary>The tree of a submodule's commit, and where it has its own submodules; null where the commit is not on this machine.</summary>
    /// <param name="name">Null where <c>.gitmodules</c> has none for it.</param>
    public async Task<(string Tree, SubmoduleStores Stores)?> FindAsync(CloneState state, string path, string? name, string commit)
    {
        foreach (var folder in Places(path, name))
        {
            var objects = Alternates.Flatten([Path.Combine(folder, "objects")]);
            if (objects.Count == 0) continue;
            var git = state.Git.With(ImmutableDictionary<string, string>.Empty
                .Add("GIT_ALTERNATE_OBJECT_DIRECTORIES", string.Join(Path.PathSeparator, objects.Select(Alternates.Quote))));
            var answer = await git.RunAsync("rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{tree}").ConfigureAwait(false);
            var tree = answer.Text.Trim();
            if (answer.ExitCode != 0 || !state.Format.IsId(tree)) continue;
            state.Borrow(objects);
            return (tree, new([folder], Path.Combine(WorkTree, path)));
        }
        return null;
    }

    private IEnumerable<string> Places(string path, string? name)
    {
        // A name that leads out of the folder is refused by git too (CVE-2018-11235).
        if (name is not null && !name.Split('/', '\\').Contains("..") && !Path.IsPathRooted(name))
            foreach (var folder in GitFolders) yield return Path.Combine(folder, "modules", name);
        if (GitLink.Target(Path.Combine(WorkTree, path)) is not { } own) yield break;
        yield return own;
        // A linked work tree of the submodule's repository has its objects elsewhere.
        var common = Path.Combine(own, "commondir");
        if (File.Exists(common)) yield return Path.GetFullPath(File.ReadAllText(common, Encoding.UTF8).Trim(), own);
    }
}
