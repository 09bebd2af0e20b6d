using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Security;

/// <summary>
/// What security analysis found in production sources. Comments and settings of the judged code that switch a rule off are not heard: a result that its tool
/// marks as suppressed counts. Every language of production code needs an analysis that was shown to find something in it: by a probe, or by a result.
/// </summary>
internal static class AnalysisFacts
{
    private static readonly string[] Names = [FactNames.AnalysisCritical, FactNames.AnalysisHigh];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var production = input.Files.Where(file => file.Role == FileRole.Production).ToList();
        var runs = input.All<ToolRun>().Where(run => run.Observation.Category == FindingCategory.Analysis).ToList();
        var all = input.All<ToolFinding>().Where(found => found.Observation.Category == FindingCategory.Analysis).ToList();
        if (production.Count == 0 && runs.Count == 0)
        {
            foreach (var name in Names) draft.Empty(name, "there is no production source here");
            return;
        }
        var sources = runs.Select(run => run.Item.Digest).ToList();
        var showing = all.Where(found => found.Observation.Severity != Severity.Note && input.Head.Files.Any(file => file.Path == Place(input, found.Observation).File))
            .ToLookup(found => found.Item.Digest, found => found.Observation);
        if (runs.Find(run => !Proven(run, showing)) is { Observation: { } silent })
        {
            foreach (var name in Names)
                draft.Error(name, $"{silent.Tool} found nothing in what is judged and was not shown to find anything", "Let Assay run the analysis, which plants a probe for it: assay check", sources);
            return;
        }
        var paths = production.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var covered = Covered(runs, showing.SelectMany(found => found).Select(found => Place(input, found).File).Where(paths.Contains));
        if (production.GroupBy(file => Language(file.Path)).Where(group => !covered.Contains(group.Key)).OrderBy(group => group.Key, StringComparer.Ordinal).ToList() is { Count: > 0 } bare)
        {
            var languages = string.Join(", ", bare.Select(group => $"{Shown(group.Key)} ({(group.Count() == 1 ? group.First().Path : $"{group.Count()} files, e.g. {group.First().Path}")})"));
            foreach (var name in Names) draft.Missing(name, $"no security analysis looked at {languages}", Remedy(bare[0].Key));
            return;
        }
        var tests = input.Files.Where(file => file.Role == FileRole.Test).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var found = all.Select(pair => pair.Observation).Select(finding => (Finding: finding, Severity: SeverityOf(finding), Place: Place(input, finding)))
            .Where(each => !tests.Contains(each.Place.File))
            .GroupBy(each => (each.Finding.Rule, each.Place.File, each.Place.Line)).Select(same => same.MaxBy(each => each.Severity)).ToList(); // no report lowers what another says
        Count(FactNames.AnalysisCritical, severity => severity >= SecurityRules.Critical);
        Count(FactNames.AnalysisHigh, severity => severity is >= SecurityRules.High and < SecurityRules.Critical);

        void Count(string name, Func<decimal, bool> counts)
        {
            var these = found.Where(each => counts(each.Severity)).ToList();
            draft.Measured(name, Quantity.Count(these.Count), sources, $"by {string.Join(", ", runs.Select(run => run.Observation.Tool).Distinct().Order(StringComparer.Ordinal))}",
                locations: these.Select(each => each.Place));
        }
    }

    /// <summary>What is only remarked on, or lies in a file that is not there, shows of no tool that it finds anything.</summary>
    private static bool Proven((ToolRun Observation, EvidenceItem Item) run, ILookup<string, ToolFinding> showing) =>
        run.Item.Probed || showing[run.Item.Digest].Any(found => found.Tool == run.Observation.Tool);

    /// <summary>Languages that a probe stands for, and those of the production files in which something was found.</summary>
    private static HashSet<string> Covered(List<(ToolRun Observation, EvidenceItem Item)> runs, IEnumerable<string> found) =>
        runs.Where(run => run.Item.Probed).SelectMany(run => AnalysisTools.LanguagesOf(run.Observation.Tool)).Select(language => language.ToString())
            .Concat(found.Select(Language)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a tool only remarks on, and nobody has judged, does not count.</summary>
    private static decimal SeverityOf(ToolFinding finding) =>
        finding.SecuritySeverity ?? SecurityRules.Of(finding.Rule) ?? (finding.Severity == Severity.Note ? 0 : SecurityRules.High);

    /// <summary>The language's name; the file's ending where Assay knows none.</summary>
    private static string Language(string path) => Languages.OfPath(path)?.ToString() ?? Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".razor" => nameof(Sources.Language.CSharp),
        ".vue" or ".svelte" => nameof(Sources.Language.JavaScript),
        "" => "programs without an ending",
        var ending => ending,
    };

    private static string Shown(string language) => language == nameof(Sources.Language.CSharp) ? "C#" : language;

    private static string Remedy(string language) => language == nameof(Sources.Language.Python)
        ? "Install bandit (Debian: python3-bandit) and run assay check."
        : "Run assay check; for a language that it does not analyse, name the SARIF of an analysis that shows at least one result in it under evidence: in assay.yaml.";

    private static Location Place(MeasureInput input, ToolFinding finding) => new(
        finding.File is null ? finding.Tool : input.Relative(finding.File) ?? finding.File, finding.Line, finding.EndLine,
        $"{finding.Rule}: {finding.Message}{(finding.Suppressed ? " (switched off in the code, which is not heard here)" : "")}");
}
