using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string TestReports = "TRX or JUnit XML of the test run";
    private const string CoverageReports = "Cobertura or LCOV of the test run";

    private static ImmutableArray<FactDefinition> Testing =>
    [
        new(FactNames.TestsRun, Unit.Count, About.State, "Test cases that ran and passed or failed, each case of a parametrised test counted, each target framework on its own; none that is in quarantine.", TestReports),
        new(FactNames.TestsFailed, Unit.Count, About.State, "Test cases that failed in any run, besides those in quarantine; an entry of the quarantine that names no test of the reports, or lasts too long, is an error.", TestReports),
        new(FactNames.TestsSkipped, Unit.Count, About.State, "Test cases that were skipped in every run, in quarantine or not.", TestReports),
        new(FactNames.TestsPassRate, Unit.Percent, About.State, "Passed test cases of those that ran, without those in quarantine.", TestReports),
        new(FactNames.TestRunsMissing, Unit.Count, About.State, "Runs that the project asks for and that did not take place, e.g. a target framework whose runtime is not installed.", TestReports),
        new(FactNames.CoverageLines, Unit.Percent, About.State, "Lines of production files that ran, of all lines that hold code; a file that no report mentions counts as not run.", CoverageReports),
        new(FactNames.CoverageBranches, Unit.Percent, About.State, "Branches taken, of all branches that the reports name.", CoverageReports),
        new(FactNames.CoverageCriticalPaths, Unit.Percent, About.State, "Covered lines of the files that assay.yaml declares critical.", CoverageReports),
        new(FactNames.CoverageExceptionHandlers, Unit.Percent, About.State, "Catch and except blocks of which at least one line ran, of all in production files.", CoverageReports),
        new(FactNames.CoverageChangedLines, Unit.Percent, About.Change, "Covered lines of those that the change added or edited in production files and that hold code.", $"git, and {CoverageReports}"),
        new(FactNames.ProofRedGreen, Unit.Boolean, About.Change, "The change's tests fail without it and pass with it, or it is a refactoring that the same tests hold before and after.", "assay prove"),
        new(FactNames.ProofTestsWeakened, Unit.Count, About.Change, "Tests that the change deleted, skipped, emptied or loosened.", "assay prove"),
        new(FactNames.ProofHunksHeld, Unit.Percent, About.Change, "Hunks of production code of the change that make a test fail when each is taken back alone, of all that git shows; comments and blank lines are none.", "git, and assay prove --hunks"),
    ];
}
