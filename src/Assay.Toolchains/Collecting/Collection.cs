using System.Collections.Immutable;
using Assay.Core.Evidence;

namespace Assay.Toolchains.Collecting;

/// <summary>What collecting did.</summary>
/// <param name="Steps">Names of the steps that ran in this run, by component.</param>
/// <param name="Problems">What could not be relied on.</param>
/// <param name="Touched">Tracked files that the commands changed; null where nothing was run.</param>
public sealed record Collection(
    ImmutableHashSet<(string Component, string Step)> Steps, ImmutableArray<EvidenceProblem> Problems, ImmutableArray<string>? Touched)
{
    /// <summary>Nothing was run.</summary>
    public static Collection None { get; } = new([], [], null);
}
