using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Trees;

/// <summary>Lists a tree: <c>MODE TYPE ID TAB PATH NUL</c> for each file. See git-ls-tree(1).</summary>
internal static class TreeListing
{
    private const string Command = "ls-tree -r -z --full-tree";

    public static Task<GitOutput> StartAsync(GitRunner git, string treeish) => git.RunAsync("ls-tree", "-r", "-z", "--full-tree", treeish);

    public static ImmutableArray<TreeFile> Parse(GitOutput listing)
    {
        ReadOnlySpan<byte> rest = listing.OrThrow().Bytes;
        var files = new List<TreeFile>();
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)0);
            var tab = rest.IndexOf((byte)'\t');
            if (end < 0 || tab < 0 || tab > end)
                throw GitOutput.Failed(Command, "gave a listing that is cut off");
            var head = Encoding.ASCII.GetString(rest[..tab]).Split(' ');
            files.Add(new(Encoding.UTF8.GetString(rest[(tab + 1)..end]), head[0], head[2]));
            rest = rest[(end + 1)..];
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return [.. files];
    }

    public static ImmutableArray<TreeFile> Parse(GitOutput listing, ScopeFilter scope) => Within(Parse(listing), scope);

    public static ImmutableArray<TreeFile> Within(ImmutableArray<TreeFile> files, ScopeFilter scope) => [.. files.Where(file => scope.Includes(file.Path))];
}
