using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring;

/// <summary>What compilers, type checkers and linters found. A tool that did not run gives no fact.</summary>
internal static class FindingFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        Count(FactNames.BuildErrors, FindingCategory.Compiler, severity => severity == Severity.Error, "no build was seen");
        Count(FactNames.BuildWarnings, FindingCategory.Compiler, severity => severity == Severity.Warning, "no build was seen");
        Count(FactNames.TypesFindings, FindingCategory.Types, severity => severity >= Severity.Warning, "no type checker ran");
        Count(FactNames.LintFindings, FindingCategory.Lint, severity => severity >= Severity.Warning, "no linter ran");

        void Count(string name, FindingCategory category, Func<Severity, bool> counts, string absent)
        {
            var runs = input.All<ToolRun>().Where(run => run.Observation.Category == category).ToList();
            if (runs.Count == 0)
            {
                draft.Missing(name, absent);
                return;
            }
            var findings = input.All<ToolFinding>()
                .Where(found => found.Observation.Category == category && counts(found.Observation.Severity))
                .Select(found => (found.Observation, Place: Place(input, found.Observation)))
                .DistinctBy(found => (found.Observation.Rule, found.Observation.Message, found.Place)).ToList();
            var tools = string.Join(", ", runs.Select(run => run.Observation.Tool).Distinct().Order(StringComparer.Ordinal));
            draft.Measured(name, Quantity.Count(findings.Count), runs.Select(run => run.Item.Digest), $"by {tools}", locations: findings.Select(found => found.Place));
        }
    }

    private static Location Place(MeasureInput input, ToolFinding finding)
    {
        var file = finding.File is null ? finding.Tool : input.Relative(finding.File) ?? finding.File;
        var rule = finding.Rule.Length == 0 ? finding.Message : $"{finding.Rule}: {finding.Message}";
        return new Location(file, finding.Line, finding.EndLine, rule);
    }
}
