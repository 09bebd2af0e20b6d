using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Evidence.GitTrailers;

/// <summary>
/// Reviews that trailers of the last commit name. A trailer proves nothing by itself, anybody can write one: it counts only where the reviewer made the
/// commit and history knew them before, and as asserted evidence even then.
/// </summary>
public static class TrailerReviews
{
    /// <summary>The reviews; null where the last commit names none that count, or edits came after it.</summary>
    public static EvidenceReading? Of(Change change, string component)
    {
        if (change.Dirty || change.Commits.IsEmpty) return null;
        var last = change.Commits[0];
        ImmutableArray<Observation> reviews =
        [
            .. Named(last, ReviewTrailers.Review, change).Select(email => new Review(email, ReviewAnswer.Approved, last.Id, null)),
            .. Named(last, ReviewTrailers.SecurityReview, change).Select(email => new Review(email, ReviewAnswer.Approved, last.Id, null, AsSecurity: true)),
        ];
        if (reviews.IsEmpty) return null;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{last.Id}\n{string.Join('\n', last.Trailers.Select(trailer => $"{trailer.Key}: {trailer.Value}"))}"));
        return new EvidenceReading(new EvidenceItem($"commit {last.Id[..Math.Min(7, last.Id.Length)]}", "git-trailers", null, $"sha256:{Convert.ToHexStringLower(digest)}", component, Trust.Asserted), reviews);
    }

    private static IEnumerable<string> Named(Commit last, string key, Change change) =>
        from email in last.Trailer(key).Select(value => Person.Parse(value).Email)
        where email.Equals(last.Committer.Email, StringComparison.OrdinalIgnoreCase) && change.KnownReviewers.Contains(email, StringComparer.OrdinalIgnoreCase)
        select email;
}
