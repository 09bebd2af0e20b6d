namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string AcceptanceCriteria = "acceptance.criteria";
    public const string AcceptanceApproved = "acceptance.approved";
    public const string AcceptanceMeasurable = "acceptance.measurable";
    public const string AcceptanceValidated = "acceptance.validated";
    public const string WebAccessibility = "web.accessibility";
    public const string ChecklistsHeld = "checklists.held";
}
