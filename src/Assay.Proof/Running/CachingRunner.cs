namespace Assay.Proof.Running;

/// <summary>Answers from the cache where the same was run before; runs, and keeps what that shows, where it was not.</summary>
/// <param name="keys">The key of a request; null for one that is not to be kept.</param>
internal sealed class CachingRunner(IPhaseRunner runner, ResultCache cache, Func<PhaseRequest, ResultKey?> keys) : IPhaseRunner
{
    public async Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation)
    {
        if (keys(request) is not { } key) return await runner.RunAsync(request, cancellation).ConfigureAwait(false);
        var (with, without) = (key.Digest(coverage: true), key.Digest(coverage: false));
        if (cache.Find(with) is { } measured) return Answer(request.Coverage ? measured : measured with { Coverage = [] }, request.Phase);
        if (!request.Coverage && cache.Find(without) is { } plain) return Answer(plain, request.Phase);
        var run = await runner.RunAsync(request, cancellation).ConfigureAwait(false);
        // Coverage that was asked for and did not come may come the next time.
        if (!request.Coverage || !run.Coverage.IsEmpty) cache.Keep(request.Coverage ? with : without, run);
        return run;
    }

    private static PhaseRun Answer(PhaseRun run, string phase) =>
        run with { Commands = [.. run.Commands.Select(command => command with { Phase = phase, Cached = true })] };
}
