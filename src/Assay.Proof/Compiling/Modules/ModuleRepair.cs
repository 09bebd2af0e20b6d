using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Proof.Reasons;
using Assay.Proof.Running;

namespace Assay.Proof.Compiling.Modules;

internal static class ModuleRepair
{
    public static RedRepair? Of(PhaseRun red, IFileTree tree, ImmutableHashSet<string> changedTests, Introduced introduced, IFileTree head) => null;
}
