namespace Payments.Intake;

/// <summary>Answers are data for programs: no browser may guess their type, run them, frame them or keep them.</summary>
internal sealed class ResponseHeaders : IStartupFilter
{
    /// <summary>Puts it before everything that answers, the filter of hosts included.</summary>
    public static void AddFirst(IServiceCollection services) =>
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ResponseHeaders>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            // When the response starts, so that answers to exceptions have them too.
            context.Response.OnStarting(() => Add(context.Response.Headers));
            return rest();
        });
        next(app);
    };

    private static Task Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
