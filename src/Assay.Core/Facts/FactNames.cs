namespace Assay.Core.Facts;

/// <summary>The names of the facts that this version measures; <see cref="FactCatalog"/> says what each means.</summary>
public static class FactNames
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
    public const string SecretsFound = "secrets.found";
    public const string BuildErrors = "build.errors";
    public const string BuildWarnings = "build.warnings";
    public const string TypesFindings = "types.findings";
    public const string LintFindings = "lint.findings";
    public const string AcceptanceCriteria = "acceptance.criteria";
    public const string AcceptanceApproved = "acceptance.approved";
    public const string AcceptanceValidated = "acceptance.validated";
    public const string SbomPackages = "sbom.packages";
    public const string RulesLoosened = "rules.loosened";
    public const string EvidenceProblems = "evidence.problems";
    public const string TrackedFilesChanged = "collection.tracked_files_changed";
}
