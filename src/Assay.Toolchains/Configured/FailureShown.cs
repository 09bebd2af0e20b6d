using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Toolchains.Configured;

/// <summary>Whether the reports themselves show why a command failed: then its exit code says nothing that is not judged anyway.</summary>
internal static class FailureShown
{
    internal static bool In(string folder, CancellationToken cancellation) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal))
            .SelectMany(file => EvidenceFile.Read(file, cancellation).Observations)
            .Any(seen => seen is TestCase { Outcome: TestOutcome.Failed } or ToolFinding { Severity: Severity.Error });
}
