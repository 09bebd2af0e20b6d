using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Git.Checkouts;

/// <summary>A tree with the content of its submodules and of what git-lfs holds in their places, as far as it is on this machine.</summary>
/// <param name="Id">Git's id of it; that of the tree itself where it has neither.</param>
/// <param name="Files">All files; a submodule only where its content is not here.</param>
/// <param name="Submodules">Paths of submodules whose content is in it.</param>
/// <param name="Hydrated">Paths of pointers of git-lfs whose content is in it.</param>
/// <param name="NotShown">Paths of submodules and pointers whose content is not on this machine.</param>
internal sealed record FullTree(
    string Id, ImmutableArray<TreeFile> Files, ImmutableArray<string> Submodules, ImmutableArray<string> Hydrated, ImmutableArray<string> NotShown);
