using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Globs;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Coverage;

/// <summary>Coverage of production files: in all, of critical paths, of changed lines; branches and handlers in files of their own.</summary>
internal static class CoverageFacts
{
    /// <summary>Starting threads takes longer than reading this many small files.</summary>
    private const int WorthThreads = 100;

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var map = CoverageMap.Of(input);
        var production = input.Files.Where(file => file.Role == FileRole.Production).ToList();
        var lines = production.Count < WorthThreads
            ? production.Select(file => FileLines.Of(input, map, file.Path))
            : production.AsParallel().AsOrdered().Select(file => FileLines.Of(input, map, file.Path)).AsEnumerable();
        var files = lines.Where(file => file.Counted.Count > 0).ToList();

        Lines(FactNames.CoverageLines, files);
        Critical();
        ChangedLines.Add(input, map, files, draft);
        BranchFacts.Add(map, files, input, draft);
        HandlerFacts.Add(map, files, input, draft);

        void Lines(string name, IReadOnlyCollection<FileLines> measured)
        {
            if (files.Count == 0) draft.Empty(name, "there is no production code");
            else if (!map.Any) draft.Missing(name, CoverageMap.NoReport, CoverageMap.Remedy);
            else
            {
                var missed = measured.Select(file => (file, Lines: file.Counted.Where(line => !file.Covers(line)).ToList())).ToList();
                var total = measured.Sum(file => (long)file.Counted.Count);
                draft.Measured(name, Quantity.Percent(total - missed.Sum(file => (long)file.Lines.Count), total), map.Sources, $"of {total} lines",
                    locations: missed.OrderByDescending(file => file.Lines.Count).SelectMany(file => UncoveredSpans.Of(file.file, file.Lines)),
                    items: missed.SelectMany(file => file.file.Items(file.Lines)));
            }
        }

        void Critical()
        {
            const string name = FactNames.CoverageCriticalPaths;
            if (input.Configuration.Critical.IsEmpty)
            {
                draft.Missing(name, MissingReasons.NoCriticalPaths, "Name them under critical: in assay.yaml, as globs of the business logic");
                return;
            }
            var globs = input.Configuration.Critical.Select(glob => (glob, Files: files.Where(file => Matches(glob, file.Path)).ToList())).ToList();
            var idle = globs.Where(glob => glob.Files.Count == 0).Select(glob => glob.glob).ToList();
            if (idle.Count > 0) draft.Error(name, $"matches no production code: {string.Join(", ", idle)}", "correct the pattern under critical: in assay.yaml");
            else Lines(name, globs.SelectMany(glob => glob.Files).DistinctBy(file => file.Path).ToList());
        }

        bool Matches(string glob, string path) =>
            Glob.IsMatch(glob, input.Component.Path.Length == 0 ? path : path[(input.Component.Path.Length + 1)..]);
    }
}
