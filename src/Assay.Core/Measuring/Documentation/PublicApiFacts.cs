using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>Public members without documentation, or with such as names other parameters. A language that nobody looked at is not documented.</summary>
internal static class PublicApiFacts
{
    private const string LetAssay = "Let Assay look: assay check";

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var production = input.Files.Where(file => file.Role == FileRole.Production).ToList();
        if (production.Count == 0)
        {
            draft.Empty(FactNames.PublicApiGaps, "no production source");
            return;
        }
        var runs = input.All<ToolRun>().Where(run => run.Observation.Category == FindingCategory.Documentation).ToList();
        var looked = runs.Where(run => run.Item.Probed).Select(run => run.Observation.Tool).ToHashSet(StringComparer.Ordinal);
        var languages = production.Select(file => Language.Of(file.Path)).Distinct().ToList();
        if (languages.TrueForAll(language => language.IsMarkup)) languages = [.. languages.Select(language => language with { IsMarkup = false })];
        if (languages.Find(language => !language.IsMarkup && !looked.Contains(language.Tool)) is { } unseen)
        {
            if (runs.Exists(run => run.Observation.Tool == unseen.Tool))
                draft.Error(FactNames.PublicApiGaps, $"{unseen.Tool} was not shown to find anything", LetAssay, runs.Select(run => run.Item.Digest));
            else draft.Missing(FactNames.PublicApiGaps, $"nobody looked at the documentation of {unseen.Name}", unseen.Remedy);
            return;
        }
        var roles = input.Files.ToDictionary(file => file.Path, file => file.Role, StringComparer.Ordinal);
        var gaps = input.All<ToolFinding>().Where(found => found.Observation.Category == FindingCategory.Documentation)
            .Select(found => (found.Observation, File: found.Observation.File is { } file ? input.Relative(file) ?? file : found.Observation.Tool))
            .Where(found => !roles.TryGetValue(found.File, out var role) || role == FileRole.Production)
            .DistinctBy(found => (found.File, found.Observation.Line, found.Observation.Rule, found.Observation.Message)).ToList();
        draft.Measured(FactNames.PublicApiGaps, Quantity.Count(gaps.Count), runs.Select(run => run.Item.Digest), $"by {string.Join(", ", looked.Order(StringComparer.Ordinal))}",
            locations: gaps.Select(gap => new Location(gap.File, gap.Observation.Line, gap.Observation.EndLine, $"{gap.Observation.Rule}: {gap.Observation.Message}")));
    }

    /// <summary>A language by a file's ending, and the tool whose run shows that its documentation was looked at; markup has no members that others call.</summary>
    private sealed record Language(string Name, string Tool, string Remedy, bool IsMarkup = false)
    {
        public static Language Of(string path) => path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
        {
            "cs" => new("C#", "C# documentation", $"{LetAssay} (it needs a project that it can build)."),
            "js" or "jsx" or "mjs" or "cjs" or "ts" or "tsx" or "mts" or "cts" => new("JavaScript and TypeScript", "JSDoc", $"{LetAssay} (it needs npm)."),
            "py" => new("Python", "ruff documentation", "Put ruff on the PATH, then: assay check"),
            "razor" or "vue" or "svelte" => new("markup components", "", "Keep what others call in sources of its own.", true),
            var ending => new($".{ending} files", "", "Assay knows no tool for it: have the criterion waived for this component, with a reason."),
        };
    }
}
