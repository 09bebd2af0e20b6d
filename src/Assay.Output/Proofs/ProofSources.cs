using System.Collections.Immutable;
using Assay.Core.Changes;

namespace Assay.Output.Proofs;

/// <summary>The change that a proof is about, to be shown.</summary>
/// <param name="Files">Its files, in the order in which they are shown.</param>
/// <param name="Texts">Their text at head by path, for the lines around an edit; a file without one is shown without them.</param>
public sealed record ProofSources(ImmutableArray<ChangedFile> Files, ImmutableDictionary<string, string> Texts);
