using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Observations;

namespace Assay.Core.Measuring.Coverage;

/// <summary>
/// All coverage reports of a component merged line by line: a line is covered if any report says so,
/// and of its branches as many are taken as the best report shows, of as many as any report names.
/// A report that is only asserted says nothing of a file that one of this very content mentions: that one knows.
/// </summary>
internal sealed class CoverageMap
{
    public const string NoReport = "no coverage report";

    public const string Remedy = "Run the tests with coverage: assay check, or name a report (Cobertura, LCOV) with --evidence.";

    private readonly Dictionary<string, SortedDictionary<int, LineCoverage>> _files = new(StringComparer.Ordinal);

    /// <summary>Digests of the reports.</summary>
    public HashSet<string> Sources { get; } = [];

    /// <summary>Whether there was any coverage report.</summary>
    public bool Any => Sources.Count > 0;

    public static CoverageMap Of(MeasureInput input)
    {
        var map = new CoverageMap();
        var known = input.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var read = input.All<FileCoverage>().Select(file => (file.Item, Path: Resolve(input, file.Observation, file.Item, known), file.Observation.Lines)).ToList();
        var shown = read.Where(file => file.Item.Subject == input.Component.Subject).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (item, path, lines) in read)
        {
            if (item.Subject is null && path is not null && shown.Contains(path)) continue;
            map.Sources.Add(item.Digest);
            if (path is not null) map.Merge(path, lines);
        }
        return map;
    }

    /// <summary>The lines that reports mention; null where no report mentions the file.</summary>
    public SortedDictionary<int, LineCoverage>? Lines(string path) => _files.GetValueOrDefault(path);

    private void Merge(string path, ImmutableArray<LineCoverage> lines)
    {
        if (!_files.TryGetValue(path, out var merged)) _files[path] = merged = [];
        foreach (var line in lines)
        {
            merged[line.Line] = !merged.TryGetValue(line.Line, out var other) ? line : new LineCoverage(line.Line, line.Covered || other.Covered,
                Math.Max(line.BranchesCovered, other.BranchesCovered), Math.Max(line.Branches, other.Branches));
        }
    }

    /// <summary>A path is tried below each source root of the report, then below the folder that its command ran in, or, where that is unknown, below the component and the repository; it must be a file that is there.</summary>
    private static string? Resolve(MeasureInput input, FileCoverage file, EvidenceItem item, HashSet<string> known)
    {
        var candidates = file.Roots.Select(root => ReportPaths.Join(root, file.Path))
            .Concat(item.Folder is { } folder ? [Below(folder, file.Path)] : [Below(input.Component.Path, file.Path), file.Path]);
        foreach (var candidate in candidates)
            if (input.Relative(candidate, item.RanIn) is { } path && known.Contains(path)) return path;
        return null;
    }

    private static string Below(string folder, string path) => folder.Length == 0 ? path : ReportPaths.Join(folder, path);
}
