using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git.Checkouts;
using Assay.Toolchains.Components;

namespace Assay.Proof.Running;

/// <summary>Keys of requests.</summary>
/// <param name="find">The components of a tree by the configuration of head.</param>
/// <param name="version">Assay's.</param>
internal sealed class ResultKeys(Checkouts checkouts, Func<IFileTree, ImmutableArray<FoundComponent>> find, string version)
{
    private readonly Lazy<string> surroundings = new(() => Surroundings.Digest(version));

    /// <summary>Null where the tree does not hold the component, so that there is nothing to run.</summary>
    public ResultKey? Of(PhaseRequest request) =>
        find(checkouts.FilesOf(request.Tree)).FirstOrDefault(found => found.Component.Id == request.Component) is { } component
            ? new ResultKey(request.Tree.Id, component, request.Only, request.Prompts, request.Times, surroundings.Value)
            : null;
}
