using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>The commits of a change, newest first, and who wrote it.</summary>
internal sealed record Commits(ImmutableArray<Commit> All, ImmutableArray<string> Authors)
{
    private const string CoAuthor = "co-authored-by:";
    private const string Format = "--format=%H%x00%P%x00%an%x00%ae%x00%cn%x00%ce%x00%(trailers:only,unfold)%x00%B%x00";
    private const int Fields = 8;

    public static Commits None { get; } = new([], []);

    /// <param name="from">Null for the beginning of history.</param>
    public static async Task<Commits> OfAsync(GitRunner git, string? from, string to, string scope)
    {
        var range = from is null ? to : $"{from}..{to}";
        var touching = scope.Length == 0 ? null : git.RunAsync("rev-list", range, "--", scope);
        var all = git.RunAsync("rev-list", "--no-commit-header", "--encoding=UTF-8", Format, range, "--");
        var inScope = touching is null ? null : (await touching.ConfigureAwait(false)).OrThrow().Text.Split('\n').ToHashSet(StringComparer.Ordinal);
        return Parse((await all.ConfigureAwait(false)).OrThrow().Text, inScope);
    }

    /// <summary>
    /// Authors are author and committer of each commit, and whoever a <c>Co-authored-by:</c> line anywhere in a message names, so that a malformed
    /// trailer block hides nobody.
    /// </summary>
    private static Commits Parse(string listing, HashSet<string>? inScope)
    {
        var fields = listing.Split('\0');
        var commits = ImmutableArray.CreateBuilder<Commit>();
        var authors = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var n = 0; n + Fields - 1 < fields.Length; n += Fields)
        {
            var id = fields[n].Trim();
            Person author = new(fields[n + 2].Trim(), fields[n + 3].Trim()), committer = new(fields[n + 4].Trim(), fields[n + 5].Trim());
            commits.Add(new Commit(id, author, committer, [.. Trailers(fields[n + 6])], fields[n + 1].Contains(' ', StringComparison.Ordinal), inScope?.Contains(id) ?? true) { Subject = Lines(fields[n + 7])[0] });
            authors.Add(author.Email);
            authors.Add(committer.Email);
            authors.UnionWith(Lines(fields[n + 7]).Where(line => line.StartsWith(CoAuthor, StringComparison.OrdinalIgnoreCase))
                .Select(line => Person.Parse(line[CoAuthor.Length..])).Select(person => person.Email.Length == 0 ? person.Name : person.Email));
        }
        authors.Remove("");
        return new(commits.ToImmutable(), [.. authors]);
    }

    private static IEnumerable<Trailer> Trailers(string block) =>
        from line in Lines(block)
        let colon = line.IndexOf(':')
        where colon > 0
        select new Trailer(line[..colon].Trim(), line[(colon + 1)..].Trim());

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries);
}
