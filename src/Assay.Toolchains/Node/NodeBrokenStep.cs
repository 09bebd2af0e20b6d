using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Toolchains.Node;

/// <summary>Stands for all the work that cannot be done where package.json cannot be read.</summary>
internal static class NodeBrokenStep
{
    internal static Step Create(ToolchainRoot root) => new("node-install", StepKind.Restore, $"read {root.Entry}", (_, _) => Task.FromResult(new StepResult(
        "npm install", null, [new AssayError(CollectionErrors.ToolFailed, "The file is no JSON object, so nothing of the package could be run.", root.Entry, NextStep: "Mend the file.")])));
}
