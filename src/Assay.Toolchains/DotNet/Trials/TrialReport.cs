using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Toolchains.DotNet.Testing;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>Keeps a run's report.</summary>
internal static class TrialReport
{
    /// <summary>Null where there is none, or where it is cut off.</summary>
    /// <param name="root">The folder that shows the tree: paths below it are kept relative to it, so that a test is called the same wherever a tree is shown.</param>
    internal static TrxSummary? Keep(string report, string kept, string root)
    {
        if (TrxSummary.Read(report) is not { } summary)
        {
            return null;
        }

        string folder = Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar;
        using var written = new StreamWriter(kept);
        foreach (string line in File.ReadLines(report))
        {
            written.WriteLine(line.Replace(folder, "", StringComparison.Ordinal));
        }

        return summary;
    }

    /// <summary>Full names of the methods whose cases it holds; what makes it unreadable, where it is.</summary>
    internal static (HashSet<string> Names, AssayError? Error) Read(string kept)
    {
        EvidenceContent content = EvidenceFile.Read(kept, CancellationToken.None);
        return ([.. content.Observations.OfType<TestCase>().Select(test => test.Name)], content.Error);
    }
}
