using System.Text;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Explaining;

/// <summary>A gate as a Markdown page: every criterion with what it demands and where its evidence comes from.</summary>
public static class GatePage
{
    /// <summary>The page of one gate; ends with a line break.</summary>
    public static string Of(Gate gate, Standard standard)
    {
        var page = new StringBuilder();
        page.Append($"<!-- Written from standards/{standard.Name}.yaml by the tests (ACCEPT=1); edit that file. -->\n# {gate.Id}: {gate.Title}\n\n{gate.Why}\n\n");
        page.Append("| criterion | demands | due | evidence comes from |\n|---|---|---|---|\n");
        foreach (var criterion in gate.Criteria)
            page.Append($"| [{criterion.Id}](#{criterion.Id}) | `{criterion.Fact}` {criterion.Requirement} | {Snake.Case(criterion.Phase)}, {Snake.Case(criterion.Profile)} | {From(criterion)} |\n");
        foreach (var criterion in gate.Criteria) Criterion(page, criterion);
        return page.ToString();
    }

    /// <summary>The page that leads to the others.</summary>
    public static string Index(Standard standard)
    {
        var page = new StringBuilder();
        page.Append($"<!-- Written from standards/{standard.Name}.yaml by the tests (ACCEPT=1); edit that file. -->\n# {standard.Name} {standard.Version}, gate by gate\n\n");
        page.Append($"{standard.Gates.Length} gates with {standard.Criteria.Count()} criteria; `assay explain ID` says the same offline.\n\n| gate | | criteria | of which nothing gives the fact yet |\n|---|---|---|---|\n");
        foreach (var gate in standard.Gates)
            page.Append($"| [{gate.Id}]({gate.Id}.md) | {gate.Title} | {gate.Criteria.Length} | {string.Join(", ", gate.Criteria.Where(criterion => FactCatalog.Find(criterion.Fact)!.Later is not null).Select(criterion => criterion.Id))} |\n");
        if (standard.Checklists.IsEmpty) return page.ToString();
        page.Append("\n## Checklists\n\n");
        foreach (var list in standard.Checklists) page.Append($"- **{list.Id}**: {string.Join(", ", list.Criteria)}\n");
        return page.ToString();
    }

    private static void Criterion(StringBuilder page, Criterion criterion)
    {
        var fact = FactCatalog.Find(criterion.Fact)!;
        page.Append($"\n## {criterion.Id}\n\n{criterion.Why}\n\n");
        foreach (var line in Topics.Demands(criterion)) page.Append($"- {line}\n");
        page.Append($"- Measured as: {fact.Meaning}\n- Evidence: {From(criterion)}.\n- To get there: {criterion.Remedy}\n");
        if (!criterion.Controls.IsEmpty) page.Append($"- Gives evidence for: {string.Join(", ", criterion.Controls)}\n");
    }

    private static string From(Criterion criterion)
    {
        var fact = FactCatalog.Find(criterion.Fact)!;
        return fact.Later is null ? fact.From : $"{fact.From}; not measured by this version, and missing until {fact.Later} can be had";
    }
}
