using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Toolchains;

/// <summary>Whether a run showed what was asked of it.</summary>
internal static class TrialCases
{
    /// <summary>The cases of every report in the folder.</summary>
    internal static ImmutableArray<TestCase> In(string folder, CancellationToken cancellation) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal))
            .SelectMany(file => EvidenceFile.Read(file, cancellation).Observations).OfType<TestCase>()];

    /// <summary>Every test that was asked for ran, or its file was shown not to load; one that is left out may have been left out by the way it was picked.</summary>
    internal static bool Cover(ImmutableArray<TestCase> seen, ImmutableArray<TestCase> only)
    {
        HashSet<(string, string?)> ran = [.. seen.Where(test => test.Outcome != TestOutcome.Skipped).Select(test => (test.Name, test.File))];
        return only.All(test => ran.Contains((test.Name, test.File)) || (test.File is not null && ran.Contains((test.File, test.File))));
    }

    /// <summary>At least one that was asked for is there, however it ended.</summary>
    internal static bool Any(ImmutableArray<TestCase> seen, ImmutableArray<TestCase> only) =>
        only.IsEmpty ? !seen.IsEmpty : seen.Any(test => only.Any(asked => asked.File == test.File && (asked.Name == test.Name || test.Name == test.File)));

    /// <summary>No test at all, or none of those that were asked for.</summary>
    internal static AssayError None(string tool, ImmutableArray<TestCase> only) => new(CollectionErrors.ToolProducedNothing,
        only.IsEmpty ? $"{tool} ran no test." : $"{tool} found none of the {only.Length} tests that were asked for, such as {only[0].Id}.");
}
