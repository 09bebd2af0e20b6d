using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Toolchains.DotNet.Building;

/// <summary>Whether the compiler's own reports hold an error.</summary>
internal static class CompileErrors
{
    internal static bool AreIn(string folder) => Directory.EnumerateFiles(folder, "*.sarif")
        .SelectMany(file => EvidenceFile.Read(file, CancellationToken.None).Observations)
        .Any(seen => seen is ToolFinding { Severity: Severity.Error });
}
