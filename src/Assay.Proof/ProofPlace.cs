using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Proof.Green;
using Assay.Proof.Running;

namespace Assay.Proof;

/// <summary>Where proofs of one repository run: its trees, two private clones, and what earlier runs showed. Several commits are proven in the same place.</summary>
public sealed class ProofPlace : IDisposable
{
    private readonly CloneFolders folders;

    /// <param name="repository">Stays open until this is disposed.</param>
    /// <exception cref="Core.Errors.AssayException">There is no place to write to.</exception>
    public ProofPlace(GitRepository repository, string toolVersion, TimeProvider time)
    {
        (Repository, ToolVersion, Time) = (repository, toolVersion, time);
        folders = CloneFolders.Take(repository);
        Checkouts = new Checkouts(repository);
        (Before, After) = (NewLane(), NewLane());
        Cache = new ResultCache(repository.Root, time);
    }

    /// <summary>Whether a merge has the content that git gives it without anybody's help.</summary>
    public bool IsAutomaticMerge(string commit) => Checkouts.IsAutomaticMerge(commit);

    internal GitRepository Repository { get; }

    /// <summary>What head's tests left.</summary>
    public GreenReports Green { get; } = new();

    internal string ToolVersion { get; }

    internal TimeProvider Time { get; }

    internal Checkouts Checkouts { get; }

    internal ResultCache Cache { get; }

    /// <summary>Where base and red run.</summary>
    internal Lane Before { get; }

    /// <summary>Where head runs.</summary>
    internal Lane After { get; }

    /// <summary>One more clone.</summary>
    internal Lane NewLane() => new(Checkouts, folders);

    /// <inheritdoc/>
    public void Dispose()
    {
        Checkouts.Dispose();
        folders.Dispose();
    }
}
