using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string ToolReports = "SARIF of the build or of the tool";
    private const string Reviews = "reviews of the pull request (GitHub's JSON), or trailers of the last commit";

    private static ImmutableArray<FactDefinition> Quality =>
    [
        new(FactNames.BuildErrors, Unit.Count, About.State, "Errors that the build reported.", ToolReports),
        new(FactNames.BuildWarnings, Unit.Count, About.State, "Warnings of the compiler itself.", ToolReports),
        new(FactNames.TypesFindings, Unit.Count, About.State, "Errors and warnings of the type checker, nullability included.", ToolReports),
        new(FactNames.LintFindings, Unit.Count, About.State, "Errors and warnings of linters and analyzers.", ToolReports),
        new(FactNames.RulesLoosened, Unit.Count, About.Change, "Edits of the change that loosen what it is judged by, or suppress findings in itself.", "git, at base and at head"),
        new(FactNames.EvidenceProblems, Unit.Count, About.State, "Evidence that was named, recorded or configured and could not be taken: unreadable, gone, edited, or matched by nothing.", "Assay itself"),
        new(FactNames.TrackedFilesChanged, Unit.Count, About.State, "Tracked files that a collected command changed.", "git, before and after collecting"),
        new(FactNames.ReviewApproved, Unit.Count, About.Change, "Approvals by somebody who is no author of the change, after its last commit.", Reviews),
        new(FactNames.ReviewSecurityApproved, Unit.Count, About.Change, "Security-minded approvals of sensitive paths, by somebody else again.", Reviews),
    ];
}
