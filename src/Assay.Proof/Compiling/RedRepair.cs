using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Proof.Compiling.CSharp;
using Assay.Proof.Compiling.Modules;
using Assay.Proof.Reasons;
using Assay.Proof.Running;

namespace Assay.Proof.Compiling;

/// <summary>How red is run again where tests could not be compiled or loaded, because they name what only the change brings.</summary>
/// <param name="Edits">New content by path: tests that do not compile taken out, or names that a module lacks given as undefined.</param>
/// <param name="NotCompiled">Names of the tests that were taken out: red for the right reason.</param>
/// <param name="Refused">Why it is no such case, so that red shows nothing; null where it is.</param>
internal sealed record RedRepair(ImmutableDictionary<string, byte[]> Edits, ImmutableHashSet<string> NotCompiled, string? Refused)
{
    /// <summary>Null where the run asks for no repair.</summary>
    /// <param name="red">How red ended.</param>
    /// <param name="tree">What red showed, edits of earlier repairs included.</param>
    /// <param name="changedTests">Paths of the change's test files.</param>
    /// <param name="head">The tree at head, which holds what the change brings.</param>
    public static RedRepair? Of(PhaseRun red, IFileTree tree, ImmutableHashSet<string> changedTests, Introduced introduced, IFileTree head) =>
        red.CompileErrors.IsEmpty ? ModuleRepair.Of(red, tree, changedTests, introduced, head)
        : CSharpRepair.Of(red.CompileErrors, tree, changedTests, introduced, head);

    internal static RedRepair Refuse(string why) => new(ImmutableDictionary<string, byte[]>.Empty, [], why);
}
