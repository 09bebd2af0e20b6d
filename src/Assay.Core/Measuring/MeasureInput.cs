using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Core.Measuring;

/// <summary>A source file of a component and its role.</summary>
public sealed record ComponentFile(string Path, FileRole Role);

/// <summary>Everything that one component's facts are measured from.</summary>
/// <param name="RepositoryRoot">Absolute path that reports may use for the repository.</param>
/// <param name="Files">The component's source files with their roles.</param>
/// <param name="Sources">Outlines of sources at head.</param>
/// <param name="Head">The tree that is judged.</param>
/// <param name="Base">The tree at base; null for a state, and where nothing was there.</param>
/// <param name="Targets">Figures of the standard.</param>
/// <param name="JudgedAt">UTC; ages are counted up to it.</param>
/// <param name="Readings">What the component's evidence shows.</param>
/// <param name="Problems">What could not be had or read.</param>
/// <param name="Weakened">What the change loosens.</param>
/// <param name="TouchedByCommands">Tracked files that collected commands changed; null where nothing was run.</param>
public sealed record MeasureInput(
    string RepositoryRoot, Component Component, ComponentConfiguration Configuration, Change Change,
    ImmutableArray<ComponentFile> Files, SourceOutlines Sources, IFileTree Head, IFileTree? Base, Targets Targets, DateTimeOffset JudgedAt, ImmutableArray<EvidenceReading> Readings,
    ImmutableArray<EvidenceProblem> Problems, ImmutableArray<Weakening> Weakened, ImmutableArray<string>? TouchedByCommands)
{
    /// <summary>Source files of the component that the change deletes or moves away, with the roles that they had.</summary>
    public ImmutableArray<ComponentFile> Gone { get; init; } = [];

    /// <summary>Facts keep everything that counts against them, one by one, because a baseline is to be held against it or written from it.</summary>
    public bool Itemised { get; init; }

    /// <summary>Globs of paths whose change asks for a security-minded review, by the standard and by assay.yaml.</summary>
    public ImmutableArray<string> Sensitive { get; init; } = [];

    /// <summary>Whose approval of them counts, by login or e-mail address.</summary>
    public ImmutableArray<string> SecurityReviewers { get; init; } = [];

    /// <summary>Path of assay.yaml relative to the repository; null without one.</summary>
    public string? ConfigurationPath { get; init; }

    /// <summary>Up to which phase is judged.</summary>
    public Phase Phase { get; init; } = Phase.CodeCompletion;

    /// <summary>Observations of one kind, each with the evidence it stands in.</summary>
    public IEnumerable<(T Observation, EvidenceItem Item)> All<T>() where T : Observations.Observation =>
        from reading in Readings
        from observation in reading.Observations
        where observation is T
        select ((T)observation, reading.Item);
}
