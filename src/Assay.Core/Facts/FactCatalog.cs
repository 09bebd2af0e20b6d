using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

/// <summary>The one registry of fact names. A standard may demand these and no others.</summary>
public static partial class FactCatalog
{
    /// <summary>What this version measures, then what is planned.</summary>
    public static ImmutableArray<FactDefinition> All { get; } = [.. Measured, .. Planned];

    private static readonly FrozenDictionary<string, FactDefinition> ByName = All.ToFrozenDictionary(fact => fact.Name);

    /// <summary>The definition of a fact; null where the name is unknown.</summary>
    public static FactDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static ImmutableArray<FactDefinition> Measured =>
    [
        new(FactNames.TestsRun, Unit.Count, About.State, "Test cases that ran and passed or failed, each case of a parametrised test counted, each target framework on its own."),
        new(FactNames.TestsFailed, Unit.Count, About.State, "Test cases that failed in any run."),
        new(FactNames.TestsSkipped, Unit.Count, About.State, "Test cases that were skipped in every run."),
        new(FactNames.TestsPassRate, Unit.Percent, About.State, "Passed test cases of those that ran."),
        new(FactNames.TestRunsMissing, Unit.Count, About.State, "Runs that the project asks for and that did not take place, e.g. a target framework whose runtime is not installed."),
        new(FactNames.CoverageLines, Unit.Percent, About.State, "Lines of production files that ran, of all lines that hold code; a file that no report mentions counts as not run."),
        new(FactNames.CoverageBranches, Unit.Percent, About.State, "Branches taken, of all branches that the reports name."),
        new(FactNames.CoverageCriticalPaths, Unit.Percent, About.State, "Covered lines of the files that assay.yaml declares critical."),
        new(FactNames.CoverageExceptionHandlers, Unit.Percent, About.State, "Catch and except blocks of which at least one line ran, of all in production files."),
        new(FactNames.CoverageChangedLines, Unit.Percent, About.Change, "Covered lines of those that the change added or edited in production files and that hold code."),
        new(FactNames.SecretsFound, Unit.Count, About.State, "Credentials found by a scanner that was shown to find a planted one."),
        new(FactNames.BuildErrors, Unit.Count, About.State, "Errors that the build reported."),
        new(FactNames.BuildWarnings, Unit.Count, About.State, "Warnings of the compiler itself."),
        new(FactNames.TypesFindings, Unit.Count, About.State, "Errors and warnings of the type checker, nullability included."),
        new(FactNames.LintFindings, Unit.Count, About.State, "Errors and warnings of linters and analyzers."),
        new(FactNames.AcceptanceCriteria, Unit.Count, About.State, "Acceptance criteria in requirements.yaml."),
        new(FactNames.AcceptanceApproved, Unit.Percent, About.State, "Acceptance criteria whose requirement names who approved it and when."),
        new(FactNames.AcceptanceValidated, Unit.Percent, About.State, "Acceptance criteria of which every named test ran and passed."),
        new(FactNames.SbomPackages, Unit.Count, About.State, "Packages in the bill of materials of this content."),
        new(FactNames.RulesLoosened, Unit.Count, About.Change, "Edits of the change that loosen what it is judged by, or suppress findings in itself."),
        new(FactNames.EvidenceProblems, Unit.Count, About.State, "Evidence that was named, recorded or configured and could not be taken: unreadable, gone, edited, or matched by nothing."),
        new(FactNames.TrackedFilesChanged, Unit.Count, About.State, "Tracked files that a collected command changed."),
    ];
}
