namespace Assay.Core.Facts;

/// <summary>The names of all facts, a file for each area; <see cref="FactCatalog"/> says what each means.</summary>
public static partial class FactNames
{
    public const string TestsRun = "tests.run";
    public const string TestsFailed = "tests.failed";
    public const string TestsSkipped = "tests.skipped";
    public const string TestsPassRate = "tests.pass_rate";
    public const string TestRunsMissing = "tests.runs_missing";
    public const string CoverageLines = "coverage.lines";
    public const string CoverageBranches = "coverage.branches";
    public const string CoverageCriticalPaths = "coverage.critical_paths";
    public const string CoverageExceptionHandlers = "coverage.exception_handlers";
    public const string CoverageChangedLines = "coverage.changed_lines";
    public const string ProofRedGreen = "proof.red_green";
    public const string ProofTestsWeakened = "proof.tests_weakened";
    public const string ProofHunksHeld = "proof.hunks_held";
}
