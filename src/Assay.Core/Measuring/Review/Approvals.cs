using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Review;

/// <summary>Who approves the change as it is now.</summary>
/// <param name="By">Reviewers whose last answer is an approval of the last commit and who are no author, each once.</param>
/// <param name="Security">Those of them whose approval asked how the change could be abused.</param>
/// <param name="Refused">Answers that do not count, with the reason; among them reviewers who ask for changes.</param>
/// <param name="AsksForChanges">Somebody who is no author asks for changes.</param>
internal sealed record Approvals(ImmutableArray<string> By, ImmutableArray<string> Security, ImmutableArray<string> Refused, bool AsksForChanges, ImmutableArray<string> Sources)
{
    public static Approvals Of(MeasureInput input)
    {
        var reviews = input.All<Observations.Review>().ToList();
        var authors = Authors(input);
        var refused = ImmutableArray.CreateBuilder<string>();
        var by = ImmutableArray.CreateBuilder<string>();
        var security = ImmutableArray.CreateBuilder<string>();
        var asks = false;
        foreach (var reviewer in reviews.GroupBy(review => review.Observation.Reviewer, StringComparer.OrdinalIgnoreCase))
        {
            var answers = reviewer.Select(review => review.Observation).Where(review => review.Answer != ReviewAnswer.Commented).ToList();
            if (answers.Count == 0) continue;
            var last = answers.OrderBy(review => review.At ?? DateTimeOffset.MinValue).Last();
            if (authors.Contains(reviewer.Key)) refused.Add($"{reviewer.Key} is an author of the change");
            else if (last.Answer == ReviewAnswer.ChangesRequested)
            {
                asks = true;
                refused.Add($"{reviewer.Key} asks for changes");
            }
            else if (last.Outsider) refused.Add($"{reviewer.Key} is a program, or has no part in the repository");
            else if (last.Answer == ReviewAnswer.Dismissed) refused.Add($"the approval of {reviewer.Key} was dismissed");
            else if (last.At > input.JudgedAt) refused.Add($"{reviewer.Key} answered in the future");
            else if (input.Change.Dirty) refused.Add($"{reviewer.Key} has not seen the uncommitted edits");
            else if (!input.Change.Head.Equals(last.Commit, StringComparison.OrdinalIgnoreCase)) refused.Add($"{reviewer.Key} approved {Short(last.Commit)}, not the last commit");
            else
            {
                by.Add(reviewer.Key);
                if (answers.Exists(answer => answer.AsSecurity && answer.Answer == ReviewAnswer.Approved && answer.Commit == last.Commit) || input.SecurityReviewers.Contains(reviewer.Key, StringComparer.OrdinalIgnoreCase))
                    security.Add(reviewer.Key);
            }
        }
        return new Approvals(by.ToImmutable(), security.ToImmutable(), refused.ToImmutable(), asks, [.. reviews.Select(review => review.Item.Digest).Distinct()]);
    }

    /// <summary>Everybody who wrote the change. Whoever only committed the last commit and reviewed it by trailer is no author by that.</summary>
    private static Identities Authors(MeasureInput input)
    {
        var authors = new Identities();
        var byTrailer = input.All<Observations.Review>().Where(review => review.Observation.At is null).Select(review => review.Observation.Reviewer).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var onlyCommitted = input.Change.Commits.Take(1).Where(last => byTrailer.Contains(last.Committer.Email)).Select(last => last.Committer.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        onlyCommitted.ExceptWith(input.Change.Commits.Select(commit => commit.Author.Email));
        onlyCommitted.ExceptWith(input.Change.Commits.Skip(1).Select(commit => commit.Committer.Email));
        foreach (var email in input.Change.Authors.Where(email => !onlyCommitted.Contains(email))) authors.Add(email);
        foreach (var commit in input.Change.Commits) authors.Add(commit.Author);
        foreach (var name in input.All<ReviewedAuthors>().SelectMany(authors => authors.Observation.Names)) authors.Add(name);
        return authors;
    }

    private static string Short(string? commit) => commit is null ? "no commit that it names" : commit[..Math.Min(7, commit.Length)];
}
