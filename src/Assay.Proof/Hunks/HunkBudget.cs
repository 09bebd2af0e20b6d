using System.Diagnostics;

namespace Assay.Proof.Hunks;

/// <summary>Time for taking hunks back, shared by the components of a proof.</summary>
internal sealed class HunkBudget(TimeSpan whole)
{
    private readonly Stopwatch used = new();

    public TimeSpan Whole => whole;

    public TimeSpan Left => whole > used.Elapsed ? whole - used.Elapsed : TimeSpan.Zero;

    public void Start() => used.Start();

    public void Stop() => used.Stop();
}
