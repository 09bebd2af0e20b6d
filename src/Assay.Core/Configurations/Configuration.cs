using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Core.Configurations;

/// <summary>What <c>assay.yaml</c> says. Without the file: <see cref="Default"/>, and everything is detected.</summary>
/// <param name="Path">Path of the file relative to the repository; null without one.</param>
/// <param name="Standard">Name or path of the standard, or a <see cref="PinnedStandard"/>; null for the default.</param>
/// <param name="Components">Declared components, paths relative to the folder of the file; empty: detect.</param>
/// <param name="Sensitive">Globs added to the standard's sensitive paths.</param>
/// <param name="Bounds">Own bounds by criterion; a laxer one stands under <c>weakened</c> in every verdict.</param>
public sealed record Configuration(
    string? Path, string? Standard, ImmutableArray<ComponentConfiguration> Components, ImmutableArray<string> Sensitive,
    ImmutableSortedDictionary<string, Quantity> Bounds)
{
    /// <summary>Logins or e-mail addresses of those whose approval of sensitive paths counts as a security review.</summary>
    public ImmutableArray<string> SecurityReviewers { get; init; } = [];

    /// <summary>Nothing configured.</summary>
    public static Configuration Default { get; } = new(null, null, [], [], ImmutableSortedDictionary<string, Quantity>.Empty);

    /// <summary>Folder or zip of OSV advisories, relative to the repository; null where none is named.</summary>
    public string? Advisories { get; init; }
}

/// <summary>What is configured for one component. Globs are relative to its path.</summary>
/// <param name="Path">Folder relative to the folder of assay.yaml; empty for that folder itself.</param>
/// <param name="Tests">Globs of test files, added to those that are detected.</param>
/// <param name="Exclude">Globs of files that are not production (generated, vendored …); counts as a loosening when it grows.</param>
/// <param name="Critical">Globs of critical paths, whose lines must all be covered.</param>
/// <param name="Commands">
/// Commands by step: <c>build, test, types, lint</c>, which replace the detected ones; <c>load, stress, scan</c> and the drills
/// (<c>drill-backup, drill-shutdown, drill-rollback, drill-health</c>), which run for a deployment only; <c>evaluate</c>, which tries the prompts for a proof.
/// </param>
/// <param name="Evidence">Globs of reports to read besides those that Assay collects.</param>
/// <param name="TimeLimit">Longest time for one command.</param>
public sealed record ComponentConfiguration(
    string Id, string Path, ComponentKind? Kind, ImmutableArray<string> Owners, ImmutableArray<string> Tests, ImmutableArray<string> Exclude,
    ImmutableArray<string> Critical, ImmutableSortedDictionary<string, string> Commands, ImmutableArray<string> Evidence, TimeSpan? TimeLimit)
{
    /// <summary>The command that tries the prompts.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>How the steps of drills begin.</summary>
    public const string Drill = "drill-";

    /// <summary>The least profile that it is judged by; null for none of its own.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Globs of prompts: production code in words, proven by the command <c>evaluate</c> as code is by its tests.</summary>
    public ImmutableArray<string> Prompts { get; init; } = [];

    /// <summary>Ids of components that it uses, besides those that its files refer to.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Tests whose failing does not count for a while; an entry more, or a later day, counts as a loosening.</summary>
    public ImmutableArray<QuarantinedTest> Quarantine { get; init; } = [];

    /// <summary>A component that nobody configured.</summary>
    public static ComponentConfiguration Detected(string id, string path) =>
        new(id, path, null, [], [], [], [], ImmutableSortedDictionary<string, string>.Empty, [], null);
}
