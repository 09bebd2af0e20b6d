using System.Net;

namespace Payments.IntegrationTests;

internal static class ProblemAssert
{
    /// <summary>The response is an RFC 9457 problem with this status and code, and names its request.</summary>
    public static async Task Is(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);

        var problem = await RunningService.Json(response);
        Assert.Equal((int)status, problem["status"]?.GetValue<int>());
        Assert.Equal(code, problem["code"]?.GetValue<string>());
        Assert.False(string.IsNullOrEmpty(problem["title"]?.GetValue<string>()));
        Assert.False(string.IsNullOrEmpty(problem["requestId"]?.GetValue<string>()));
    }
}
