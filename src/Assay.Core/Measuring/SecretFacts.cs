using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>Secrets: a scanner that finds nothing must have shown that it can find something.</summary>
internal static class SecretFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        var runs = input.All<ToolRun>().Where(run => run.Observation.Category == FindingCategory.Secret).ToList();
        if (runs.Count == 0)
        {
            draft.Missing(FactNames.SecretsFound, "no scanner for secrets ran", "Let Assay run one: assay check (it needs npm, or gitleaks on the PATH).");
            return;
        }
        var sources = runs.Select(run => run.Item.Digest).ToList();
        var found = input.All<ToolFinding>().Where(finding => finding.Observation.Category == FindingCategory.Secret)
            .Select(finding => finding.Observation)
            .GroupBy(finding => (finding.File is null ? null : input.Relative(finding.File) ?? finding.File, finding.Line))
            .SelectMany(place => place.GroupBy(finding => finding.Tool).MaxBy(byOne => byOne.Count())!) // several scanners see the same secret
            .ToList();
        if (found.Count == 0 && runs.TrueForAll(run => !run.Item.Probed))
        {
            draft.Error(FactNames.SecretsFound, "the scanner found nothing and was not shown to find anything",
                "let Assay run the scanner, which plants a probe for it: assay check", sources);
            return;
        }
        draft.Measured(FactNames.SecretsFound, Quantity.Count(found.Count), sources, $"by {string.Join(" and ", runs.Select(run => run.Observation.Tool).Distinct())}",
            locations: found.Select(finding => new Location(
                finding.File is null ? finding.Tool : input.Relative(finding.File) ?? finding.File, finding.Line, Note: finding.Rule)));
    }
}
