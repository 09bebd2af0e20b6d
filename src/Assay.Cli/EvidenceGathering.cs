using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Evidence.Gathering;
using Assay.Evidence.GitTrailers;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Toolchains.Components;

namespace Assay.Cli;

/// <summary>Brings together all evidence of all components: what the store holds, what assay.yaml and the caller name, and the records that people keep in the tree.</summary>
internal static class EvidenceGathering
{
    /// <param name="components">All components; what lies with one that is not judged is not read.</param>
    /// <param name="named">Paths and patterns of the caller, relative to the current folder.</param>
    public static EvidenceSet Gather(
        GitRepository repository, EvidenceStore store, ChangeSelection selection, ImmutableArray<FoundComponent> components,
        ImmutableHashSet<(string Component, string Step)> collected, ImmutableArray<string> named, CancellationToken cancellation)
    {
        var tracked = selection.Head.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var owned = named.Select(path => (Path: Absolute(path), Owner: Owner(repository.Root, path, components))).ToList();
        var territory = new Territory(selection.Head, components.Select(found => found.Component.Path));
        var sets = components.Where(found => found.Component.Judged).Select(found =>
        {
            var component = found.Component;
            var records = TreeRecords.Read(territory.Of(component.Path), component, cancellation);
            var request = new EvidenceRequest(repository.Root, component.Id, store.Load(component.Id),
                collected.Where(step => step.Component == component.Id).Select(step => step.Step).ToHashSet(),
                [
                    .. found.Configuration.Evidence.Select(glob => Join(component.Path, glob)),
                    .. owned.Where(path => path.Owner == component.Id).Select(path => path.Path),
                ], tracked);
            var set = EvidenceSet.Load(request, cancellation);
            var read = records.Readings.Select(record => record.Item.Path).ToHashSet(StringComparer.Ordinal);
            return new EvidenceSet(
                [.. records.Readings, .. TrailerReviews.Of(selection.Change, component.Id) is { } reviews ? [reviews] : ImmutableArray<EvidenceReading>.Empty, .. set.Readings.Where(reading => !read.Contains(reading.Item.Path)).Select(reading => BoundToTree(reading, repository, selection, component.Subject))],
                [.. records.Problems, .. set.Problems]);
        }).ToList();
        var lost = owned.Where(path => path.Owner is null).Select(path => new EvidenceProblem(new AssayError(EvidenceErrors.NotFound,
            $"{path.Path} lies in none of the components, so it is nobody's evidence.", path.Path,
            NextStep: "Name it under evidence: of its component in assay.yaml."), null, null));
        return new EvidenceSet([.. sets.SelectMany(set => set.Readings)], [.. sets.SelectMany(set => set.Problems), .. lost]);
    }

    /// <summary>A record that stands in the judged tree with the same bytes is part of what is judged.</summary>
    private static EvidenceReading BoundToTree(EvidenceReading reading, GitRepository repository, ChangeSelection selection, string subject)
    {
        if (reading.Item.Trust != Trust.Asserted || selection.Head.Read(reading.Item.Path) is not { } stored) return reading;
        var onDisk = File.ReadAllBytes(Path.Combine(repository.Root, reading.Item.Path));
        return stored.AsSpan().SequenceEqual(onDisk) ? reading with { Item = reading.Item with { Subject = subject, Trust = Trust.Collected } } : reading;
    }

    /// <summary>With several components a named report is that of the component it lies in.</summary>
    private static string? Owner(string root, string path, ImmutableArray<FoundComponent> components)
    {
        if (components.Length == 1) return components[0].Component.Id;
        var relative = Path.GetRelativePath(root, Absolute(path)).Replace('\\', '/');
        return components.Where(found => found.Component.Contains(relative)).MaxBy(found => found.Component.Path.Length)?.Component.Id;
    }

    private static string Absolute(string path) => Path.Combine(Environment.CurrentDirectory, path);

    private static string Join(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";
}
