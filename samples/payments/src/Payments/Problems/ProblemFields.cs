using Microsoft.AspNetCore.WebUtilities;

namespace Payments.Problems;

/// <summary>What every problem of this service carries beyond RFC 9457: <c>code</c> and <c>requestId</c>.</summary>
internal static class ProblemFields
{
    /// <summary>Adds the request's id, and for a problem without a code of its own the one of its status.</summary>
    public static void Add(ProblemDetailsContext context)
    {
        var extensions = context.ProblemDetails.Extensions;
        extensions.TryAdd("code", CodeOf(context.HttpContext.Response.StatusCode));
        extensions["requestId"] = context.HttpContext.TraceIdentifier;
    }

    /// <summary>The status' registered phrase in snake case: 404 gives <c>not_found</c>.</summary>
    public static string CodeOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status).Replace(' ', '_').ToLowerInvariant();
}
