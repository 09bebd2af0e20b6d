namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string BuildErrors = "build.errors";
    public const string BuildWarnings = "build.warnings";
    public const string TypesFindings = "types.findings";
    public const string LintFindings = "lint.findings";
    public const string RulesLoosened = "rules.loosened";
    public const string EvidenceProblems = "evidence.problems";
    public const string TrackedFilesChanged = "collection.tracked_files_changed";
    public const string ReviewApproved = "review.approved";
    public const string ReviewSecurityApproved = "review.security_approved";
}
