using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>The branch that changes are merged into.</summary>
/// <param name="Name">As a person would write it, e.g. <c>main</c>, <c>origin/main</c>.</param>
internal sealed record DefaultBranch(string Name, string Commit)
{
    private const string Heads = "refs/heads/";
    private const string Origin = "refs/remotes/origin/";

    public static Task<GitOutput> StartAsync(GitRunner git) =>
        git.RunAsync("for-each-ref", "--format=%(refname)%00%(objectname)%00%(symref)", "refs/heads", "refs/remotes");

    /// <summary>
    /// The target of <c>origin/HEAD</c>, else <c>main</c> or <c>master</c>, else the only branch where nothing is known of a remote: a clone
    /// that brought only its own branch must not be taken for the default one. The remote's state of it counts where it is known. Null: cannot be told, as with both main and master, apart, and no remote.
    /// </summary>
    public static DefaultBranch? Find(GitOutput answer)
    {
        var refs = answer.OrThrow().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\0')).ToDictionary(f => f[0], f => f);
        if (refs.TryGetValue(Origin + "HEAD", out var head) && head[2].StartsWith(Origin, StringComparison.Ordinal))
            return new("origin/" + head[2][Origin.Length..], head[1]);
        if (refs.TryGetValue(Heads + "main", out var main) && refs.TryGetValue(Heads + "master", out var master) && main[1] != master[1]
            && !refs.Keys.Any(name => name.StartsWith(Origin, StringComparison.Ordinal)))
            return null;
        foreach (var name in (string[])[Heads + "main", Heads + "master", Origin + "main", Origin + "master"])
        {
            if (refs.TryGetValue(name, out var found))
                return Remote(name[(name.LastIndexOf('/') + 1)..]) ?? new(name[Heads.Length..], found[1]);
        }

        return refs.Count == 1 && refs.Values.Single() is var only && only[0].StartsWith(Heads, StringComparison.Ordinal)
            ? new(only[0][Heads.Length..], only[1])
            : null;

        DefaultBranch? Remote(string name) => refs.TryGetValue(Origin + name, out var remote) ? new("origin/" + name, remote[1]) : null;
    }
}
