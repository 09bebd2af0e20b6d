using Assay.Git.Checkouts;

namespace Assay.Proof.Running;

/// <summary>One private clone, in which one tree after another is shown; made when it is first needed, since what is known already needs none.</summary>
internal sealed class Lane(Checkouts checkouts, CloneFolders folders)
{
    private readonly SemaphoreSlim gate = new(1);
    private PrivateClone? clone;

    /// <summary>Where phases put what is theirs alone: it goes with the clones, also where the run is killed.</summary>
    public string Temporary => folders.Root;

    public async Task<PrivateClone> CloneAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return clone ??= await checkouts.CloneAsync(folders.Next(), cancellation).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
