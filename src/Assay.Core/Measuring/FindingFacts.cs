using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;
using Assay.Core.Sources;

namespace Assay.Core.Measuring;

/// <summary>What compilers, type checkers and linters found. A tool that did not run gives no fact.</summary>
internal static class FindingFacts
{
    private static readonly (string Reason, string Remedy) NoBuild = ("no build was seen", "Let Assay build it: assay check, or name a command that writes SARIF: commands: build: in assay.yaml.");

    public static void Add(MeasureInput input, FactDraft draft)
    {
        // A compiler's errors are its type checker's too; both facts count them.
        var compilers = input.All<ToolRun>().Where(run => run.Observation.Category == FindingCategory.Compiler).Select(run => run.Observation.Tool).ToHashSet();
        Count(FactNames.BuildErrors, FindingCategory.Compiler, NoBuild, finding => finding.Severity == Severity.Error && compilers.Contains(finding.Tool));
        Count(FactNames.BuildWarnings, FindingCategory.Compiler, NoBuild,
            finding => finding is { Severity: Severity.Warning, Category: FindingCategory.Compiler });
        Count(FactNames.TypesFindings, FindingCategory.Types, ("no type checker ran", "Switch one on (nullable in C#, tsconfig.json for TypeScript, with checkJs for JavaScript, or commands: types: in assay.yaml)."), finding => finding is { Severity: >= Severity.Warning, Category: FindingCategory.Types });
        Count(FactNames.LintFindings, FindingCategory.Lint, ("no linter ran", "Set one up (.NET analyzers, ESLint, or commands: lint: in assay.yaml)."), finding => finding is { Severity: >= Severity.Warning, Category: FindingCategory.Lint });

        void Count(string name, FindingCategory category, (string Reason, string Remedy) absent, Func<ToolFinding, bool> counts)
        {
            var runs = input.All<ToolRun>().Where(run => run.Observation.Category == category).ToList();
            if (runs.Count == 0)
            {
                if (category == FindingCategory.Compiler && NothingIsCompiled(input)) draft.Empty(name, "nothing here is compiled");
                else draft.Missing(name, absent.Reason, absent.Remedy);
                return;
            }
            var findings = input.All<ToolFinding>().Where(found => counts(found.Observation))
                .Select(found => (found.Observation, Place: Place(input, found.Observation)))
                .DistinctBy(found => (found.Observation.Rule, found.Observation.Message, found.Place)).ToList();
            var tools = string.Join(", ", runs.Select(run => run.Observation.Tool).Distinct().Order(StringComparer.Ordinal));
            draft.Measured(name, Quantity.Count(findings.Count), runs.Select(run => run.Item.Digest), $"by {tools}", locations: findings.Select(found => found.Place));
        }
    }

    /// <summary>Every production source is of a language that runs as it is written, or is checked by the type checker alone. What has no ending is a source only where it is run as it is.</summary>
    private static bool NothingIsCompiled(MeasureInput input)
    {
        var production = input.Files.Where(file => file.Role == FileRole.Production).ToList();
        return production.Count > 0 && production.TrueForAll(file => Path.GetExtension(file.Path).Length == 0 || Languages.OfPath(file.Path) is Language.JavaScript or Language.TypeScript or Language.Python);
    }

    private static Location Place(MeasureInput input, ToolFinding finding)
    {
        var file = finding.File is null ? finding.Tool : input.Relative(finding.File) ?? finding.File;
        var rule = finding.Rule.Length == 0 ? finding.Message : $"{finding.Rule}: {finding.Message}";
        return new Location(file, finding.Line, finding.EndLine, rule);
    }
}
