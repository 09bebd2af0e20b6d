using System.Text;
using Assay.Git.Processes;

namespace Assay.Git.WorkTrees;

/// <summary>
/// What git's index names, and what lies beside it on disk and is not ignored. Only <c>.gitignore</c> files count, not <c>.git/info/exclude</c>.
/// Format: <c>TAG MODE ID STAGE TAB PATH NUL</c>, or <c>? PATH NUL</c> for an untracked file. See git-ls-files(1).
/// </summary>
/// <param name="Tracked">Paths in the index.</param>
/// <param name="Skipped">Paths with the skip-worktree bit.</param>
/// <param name="Untracked">Paths beside the index; one that ends with <c>/</c> is a git repository of its own.</param>
internal sealed record IndexListing(HashSet<string> Tracked, List<string> Skipped, HashSet<string> Untracked)
{
    private const string Command = "ls-files --cached --others --stage -v -z --exclude-per-directory=.gitignore";

    public static Task<GitOutput> StartAsync(GitRunner git) => git.RunAsync(Command.Split(' '));

    public static IndexListing Parse(GitOutput listing)
    {
        ReadOnlySpan<byte> rest = listing.OrThrow().Bytes;
        var result = new IndexListing(new(StringComparer.Ordinal), [], new(StringComparer.Ordinal));
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 2)
                throw GitOutput.Failed(Command, "gave a listing that is cut off");
            result.Add(rest[..end]);
            rest = rest[(end + 1)..];
        }

        return result;
    }

    private void Add(ReadOnlySpan<byte> entry)
    {
        if (entry[0] == (byte)'?')
        {
            Untracked.Add(Encoding.UTF8.GetString(entry[2..]));
            return;
        }

        var path = Encoding.UTF8.GetString(entry[(entry.IndexOf((byte)'\t') + 1)..]);
        Tracked.Add(path);
        // -v writes the tag in lower case where the assume-unchanged bit is set as well.
        if (entry[0] is (byte)'S' or (byte)'s')
            Skipped.Add(path);
    }
}
