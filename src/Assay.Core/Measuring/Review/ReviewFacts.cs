using Assay.Core.Changes;
using Assay.Core.Facts;
using Assay.Core.Globs;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Review;

/// <summary>Approvals of the change by somebody who is no author of it, after its last commit.</summary>
internal static class ReviewFacts
{
    private const string Ask = "Ask an owner who is no author to approve the last commit, then hand the reviews over: assay evidence add --kind other --step reviews -- sh -c 'gh pr view --json author,commits,reviews > \"$EVIDENCE_DIR/reviews.json\"'";

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.State) return;
        var approvals = Approvals.Of(input);
        var reason = approvals.Refused.IsEmpty ? null : string.Join("; ", approvals.Refused);
        if (approvals.Sources.IsEmpty) draft.Missing(FactNames.ReviewApproved, "no review was handed over; the author cannot", Ask);
        else draft.Measured(FactNames.ReviewApproved, Quantity.Count(approvals.AsksForChanges ? 0 : approvals.By.Length), approvals.Sources,
            approvals.By.IsEmpty ? null : $"by {string.Join(", ", approvals.By)}", approvals.By.IsEmpty || approvals.AsksForChanges ? reason : null);

        var globs = new GlobSet(input.Sensitive);
        // A review is of the whole change, and what is sensitive may lie beside all components: a workflow, a lock file above them.
        var sensitive = input.Change.Files.Where(file => globs.IsMatch(file.Path) || file.OldPath is { } old && globs.IsMatch(old)).ToList();
        var places = sensitive.Select(file => new Location(file.Path, Note: "is sensitive"));
        if (sensitive.Count == 0) draft.Empty(FactNames.ReviewSecurityApproved, "the change touches no sensitive path");
        else if (approvals.Sources.IsEmpty) draft.Missing(FactNames.ReviewSecurityApproved, $"no review was handed over, and {sensitive[0].Path} is sensitive");
        else
        {
            // The second pair of eyes is a second person: with one approval in all there is none.
            var second = approvals.AsksForChanges || approvals.By.Length < 2 ? 0 : approvals.Security.Length;
            draft.Measured(FactNames.ReviewSecurityApproved, Quantity.Count(second), approvals.Sources, second == 0 ? null : $"by {string.Join(", ", approvals.Security)}",
                second > 0 ? null : reason ?? (approvals.Security.IsEmpty ? "no approval is of somebody whom assay.yaml names under security_reviewers" : "the security review is the only one; it is a second, not the first"),
                places);
        }
    }
}
