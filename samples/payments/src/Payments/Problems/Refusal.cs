namespace Payments.Problems;

/// <summary>An expected "no": the HTTP status, a stable code for programs, and a sentence for people.</summary>
internal sealed record Refusal(int Status, string Code, string Detail)
{
    /// <summary>The refusal as RFC 9457 problem details.</summary>
    public IResult ToResult() => TypedResults.Problem(
        statusCode: Status,
        detail: Detail,
        extensions: [new KeyValuePair<string, object?>("code", Code)]);
}
