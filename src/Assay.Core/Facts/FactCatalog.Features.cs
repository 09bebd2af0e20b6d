using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string Requirements = "requirements.yaml";

    private static ImmutableArray<FactDefinition> Features =>
    [
        new(FactNames.AcceptanceCriteria, Unit.Count, About.State, "Acceptance criteria in requirements.yaml.", Requirements),
        new(FactNames.AcceptanceApproved, Unit.Percent, About.State, "Acceptance criteria whose requirement names who approved it and when.", Requirements),
        new(FactNames.AcceptanceMeasurable, Unit.Percent, About.State, "Acceptance criteria that state a figure or another outcome that can be observed.", Requirements),
        new(FactNames.AcceptanceValidated, Unit.Percent, About.State, "Acceptance criteria of which every named test ran and passed.", $"{Requirements}, and {TestReports}"),
        new(FactNames.WebAccessibility, Unit.Count, About.State, "Violations of WCAG 2.1 AA on the pages that were looked at.", "axe-core or Lighthouse reports of the pages"),
        new(FactNames.ChecklistsHeld, Unit.Count, About.State, "Of the five checklists, those of which every criterion holds.", "the other criteria"),
    ];
}
