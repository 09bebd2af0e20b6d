namespace Payments.Intake;

/// <summary>Answers are data for programs: no browser may guess their type, run them, frame them or keep them.</summary>
internal static class ResponseHeaders
{
    public static void UseResponseHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // When the response starts, so that answers to exceptions have them too.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next();
    });
}
