using System.Collections.Immutable;
using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>
/// Who wrote a change: author and committer of each commit, and whoever a <c>Co-authored-by:</c> line anywhere in a message names, so that a
/// malformed trailer block hides nobody.
/// </summary>
internal static class Authors
{
    private const string CoAuthor = "co-authored-by:";

    public static async Task<ImmutableArray<string>> OfAsync(GitRunner git, string from, string to) =>
        Parse(await git.RunAsync("rev-list", "--no-commit-header", "--encoding=UTF-8", "--format=%ae%x00%ce%x00%B%x00", $"{from}..{to}", "--").ConfigureAwait(false));

    internal static ImmutableArray<string> Parse(GitOutput commits)
    {
        var fields = commits.OrThrow().Text.Split('\0');
        var found = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var n = 0; n + 2 < fields.Length; n += 3)
        {
            found.Add(fields[n].Trim());
            found.Add(fields[n + 1].Trim());
            found.UnionWith(fields[n + 2].Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.StartsWith(CoAuthor, StringComparison.OrdinalIgnoreCase))
                .Select(line => Address(line[CoAuthor.Length..])));
        }

        found.Remove("");
        return [.. found];
    }

    private static string Address(string person)
    {
        var open = person.LastIndexOf('<');
        var close = person.IndexOf('>', Math.Max(open, 0));
        return (open >= 0 && close > open ? person[(open + 1)..close] : person).Trim();
    }
}
