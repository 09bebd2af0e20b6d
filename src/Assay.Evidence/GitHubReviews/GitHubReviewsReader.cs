using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.GitHubReviews;

/// <summary>Reviews of a GitHub pull request: the answer of <c>GET /repos/…/pulls/N/reviews</c>, or <c>gh pr view --json author,commits,reviews</c>. See reader.md.</summary>
internal sealed class GitHubReviewsReader : IEvidenceReader
{
    private const int Largest = 16 * 1024 * 1024;

    public string Format => "github-reviews";

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json
        && (head.RootKeys.Contains("reviews") && (head.RootKeys.Contains("author") || head.RootKeys.Contains("commits"))
            || head.Text.TrimStart().StartsWith('[') && head.Text.Contains("\"commit_id\"", StringComparison.Ordinal) && head.Text.Contains("\"state\"", StringComparison.Ordinal)
            && head.Text.Contains("\"user\"", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        var bytes = new byte[Largest + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > Largest) return JsonReading.Refused(EvidenceErrors.TooDeep, "reviews of one pull request are smaller than 16 MB");
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            return document.RootElement.ValueKind == JsonValueKind.Array ? Answers(document.RootElement) : PullRequest(document.RootElement);
        }
        catch (JsonException mistake)
        {
            return ReadOutcome.Failed(new AssayError(EvidenceErrors.Unreadable, "The JSON breaks off or has a mistake.", Line: (int?)(mistake.LineNumber + 1), Column: (int?)(mistake.BytePositionInLine + 1)));
        }
    }

    /// <summary>The list that the REST interface answers with.</summary>
    private static ReadOutcome Answers(JsonElement reviews) =>
        Outcome(reviews, review => Review(review, Field(review, "user"), "submitted_at", Text(review, "commit_id")), [], "rest");

    /// <summary>What gh prints; it also says who wrote the commits.</summary>
    private static ReadOutcome PullRequest(JsonElement pull)
    {
        if (Field(pull, "reviews") is not { ValueKind: JsonValueKind.Array } reviews) return JsonReading.Refused(EvidenceErrors.Unreadable, "'reviews' is no list");
        var authors = Names(Field(pull, "author")).Concat(Elements(Field(pull, "commits")).SelectMany(commit => Elements(Field(commit, "authors"))).SelectMany(author => Names(author)));
        return Outcome(reviews, review => Review(review, Field(review, "author"), "submittedAt", Text(Field(review, "commit"), "oid")), [new ReviewedAuthors([.. authors.Distinct()])], "gh");
    }

    private static ReadOutcome Outcome(JsonElement list, Func<JsonElement, Review?> read, ImmutableArray<Observation> more, string version)
    {
        var reviews = ImmutableArray.CreateBuilder<Observation>();
        foreach (var element in list.EnumerateArray())
        {
            if (read(element) is not { } review) return JsonReading.Refused(EvidenceErrors.Unreadable, $"review {reviews.Count + 1} does not say who answered what");
            reviews.Add(review);
        }
        return new ReadOutcome([.. reviews, .. more], version, "GitHub");
    }

    private static Review? Review(JsonElement review, JsonElement? by, string time, string? commit)
    {
        ReviewAnswer? answer = Text(review, "state")?.ToUpperInvariant() switch
        {
            "APPROVED" => ReviewAnswer.Approved,
            "CHANGES_REQUESTED" => ReviewAnswer.ChangesRequested,
            "DISMISSED" => ReviewAnswer.Dismissed,
            "COMMENTED" or "PENDING" => ReviewAnswer.Commented,
            _ => null,
        };
        if (answer is null || Text(by, "login") is not { Length: > 0 } login) return null;
        DateTimeOffset? at = DateTimeOffset.TryParse(Text(review, time), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return new Review(login, answer.Value, commit, at, Outsider: IsProgram(by, login) || HasNoPart(review));
    }

    private static bool IsProgram(JsonElement? by, string login) =>
        login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) || login is "github-actions" or "dependabot" or "renovate" or "Copilot"
        || Field(by, "is_bot") is { ValueKind: JsonValueKind.True } || Text(by, "type") is { } type && type != "User";

    /// <summary>GitHub says what part the reviewer has in the repository; whoever has none owns nothing here.</summary>
    private static bool HasNoPart(JsonElement review) =>
        (Text(review, "author_association") ?? Text(review, "authorAssociation")) is { } part && part.ToUpperInvariant() is not ("OWNER" or "MEMBER" or "COLLABORATOR" or "CONTRIBUTOR");

    private static IEnumerable<string> Names(JsonElement? person) =>
        new[] { Text(person, "login"), Text(person, "email"), Text(person, "name") }.OfType<string>().Where(name => name.Length > 0);

    private static IEnumerable<JsonElement> Elements(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static JsonElement? Field(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? of, string name) => Field(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
