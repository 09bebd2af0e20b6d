namespace Payments.Shutdown;

/// <summary>
/// Before the server stops listening it goes on serving for a while in which it is no longer ready, so that whoever
/// balances load sends nothing here any more. Requests in flight are finished after that, as ASP.NET Core does.
/// </summary>
internal sealed partial class Drain(IConfiguration configuration, TimeProvider clock, ILogger<Drain> logger)
    : IHostedLifecycleService
{
    /// <summary>How long; must be longer than the pause between two readiness probes.</summary>
    public const string Key = "Shutdown:Drain";

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        var drain = configuration.GetValue<TimeSpan>(Key);
        Draining(drain);
        return Task.Delay(drain, clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Stopped();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Stopping: not ready any more, still serving for {Drain}.")]
    private partial void Draining(TimeSpan drain);

    [LoggerMessage(LogLevel.Information, "Stopped: every request in flight was answered.")]
    private partial void Stopped();
}
