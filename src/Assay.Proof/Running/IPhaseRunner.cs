namespace Assay.Proof.Running;

/// <summary>Runs a component's tests in one tree.</summary>
internal interface IPhaseRunner
{
    /// <summary>Whatever goes wrong is in the result; only cancellation throws, after all processes have ended.</summary>
    Task<PhaseRun> RunAsync(PhaseRequest request, CancellationToken cancellation);
}
