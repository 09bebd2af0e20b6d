using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Git;
using Assay.Git.Checkouts;
using Assay.Proof.Sides;
using Assay.Toolchains.Components;

namespace Assay.Proof;

/// <summary>The three trees of a change, and what each holds.</summary>
/// <param name="Find">The components of a tree, by the configuration of head: the same commands run everywhere.</param>
internal sealed record Trees(
    RepositoryTree Base, RepositoryTree Red, RepositoryTree Green, IFileTree BaseFiles, IFileTree GreenFiles, ChangeSides Sides, Func<IFileTree, ImmutableArray<FoundComponent>> Find)
{
    public static async Task<Trees> OfAsync(Checkouts checkouts, ChangeSelection selection, ChangeSides sides, Func<IFileTree, ImmutableArray<FoundComponent>> find)
    {
        var change = selection.Change;
        var (start, green) = (checkouts.Whole(change.Base!), checkouts.Whole(change.Dirty ? null : change.Head));
        var red = await checkouts.OverlayAsync(start, green, sides.Paths(Side.Test)).ConfigureAwait(false);
        return new(start, red, green, selection.Base!, selection.Head, sides, find);
    }
}
