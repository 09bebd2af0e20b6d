using System.Collections.Immutable;

namespace Assay.Toolchains.Collecting;

/// <summary>What collecting did; what each step left, its problems included, stands in the store.</summary>
/// <param name="Steps">Names of the steps that ran in this run, by component.</param>
/// <param name="Touched">Tracked files that the commands changed; null where nothing was run.</param>
public sealed record Collection(ImmutableHashSet<(string Component, string Step)> Steps, ImmutableArray<string>? Touched)
{
    /// <summary>Nothing was run.</summary>
    public static Collection None { get; } = new([], null);
}
