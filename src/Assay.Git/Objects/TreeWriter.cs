using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Objects;

/// <summary>Writes trees through an index of their own: what stood in one before would otherwise stand in the next tree too.</summary>
internal static class TreeWriter
{
    /// <summary>The id of a tree of exactly these files, whose contents need not be there.</summary>
    /// <param name="folder">Where the index lies for as long as it is needed; the objects go into its <c>objects</c>.</param>
    public static async Task<string> WriteAsync(GitRunner git, string folder, IEnumerable<TreeFile> files)
    {
        var index = Path.Combine(folder, $"index-{Guid.NewGuid():N}");
        var own = Alone(git, folder).With(ImmutableDictionary<string, string>.Empty.Add("GIT_INDEX_FILE", index));
        var listing = new StringBuilder();
        foreach (var file in files)
            listing.Append(file.Mode).Append(' ').Append(file.Id).Append(" 0\t").Append(file.Path).Append('\0');
        try
        {
            (await own.FeedAsync(Encoding.UTF8.GetBytes(listing.ToString()), "update-index", "-z", "--index-info").ConfigureAwait(false)).OrThrow();
            return (await own.RunAsync("write-tree", "--missing-ok").ConfigureAwait(false)).OrThrow().Text.Trim();
        }
        finally
        {
            File.Delete(index);
        }
    }

    /// <summary>git that stores in <c>objects</c> of the folder and sees no others: it sets the time of an object that it finds in the user's repository instead of storing it.</summary>
    public static GitRunner Alone(GitRunner git, string folder) => git.With(ImmutableDictionary<string, string>.Empty
        .Add("GIT_OBJECT_DIRECTORY", Path.Combine(folder, "objects")).Add("GIT_ALTERNATE_OBJECT_DIRECTORIES", ""));
}
