using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Processes;

namespace Assay.Git.Selecting;

/// <summary>Reviewers that history knew before the change: a name that comes with it could be anybody's second one.</summary>
internal static class Reviewers
{
    public static async Task<ImmutableArray<string>> KnownAsync(GitRunner git, ImmutableArray<Commit> commits, string before)
    {
        var known = ImmutableArray.CreateBuilder<string>();
        var named = commits.Take(1).SelectMany(last => last.Trailer(ReviewTrailers.Review).Concat(last.Trailer(ReviewTrailers.SecurityReview)));
        foreach (var email in named.Select(value => Person.Parse(value).Email).Where(email => email.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var role in (string[])["author", "committer"])
            {
                var found = await git.RunAsync("rev-list", "-1", "--fixed-strings", "--regexp-ignore-case", $"--{role}=<{email}>", before, "--").ConfigureAwait(false);
                if (found.OrThrow().Text.Trim().Length == 0) continue;
                known.Add(email);
                break;
            }
        }
        return known.ToImmutable();
    }
}
