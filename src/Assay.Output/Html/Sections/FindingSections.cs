using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Text;

namespace Assay.Output.Html.Sections;

/// <summary>What blocks, numbered: what the author can mend, what waits for others, what nothing can show yet.</summary>
internal static class FindingSections
{
    private const int PlacesShown = 20;

    public static void Write(HtmlPage page, Verdict verdict, ImmutableArray<Item> items, NotShownYet notShown)
    {
        if (items.IsEmpty && notShown.All.IsEmpty) return;
        page.Section("blocks", "What blocks", () =>
        {
            var author = items.Count(item => item.Author);
            List(page, verdict, "Fix now", [.. items.Take(author)], 1);
            List(page, verdict, "Waits for someone else", [.. items.Skip(author)], author + 1);
            if (notShown.All.IsEmpty) return;
            page.Element("h3", "Not shown yet by any evidence").Element("p", "This version of Assay cannot measure what these ask; they block.").Raw("<ul>");
            foreach (var gate in notShown.All.GroupBy(one => one.Gate)) page.Element("li", $"{gate.Key}: {string.Join(", ", gate.Select(one => one.Finding.Criterion.Id))}");
            page.Raw("</ul>\n");
        });
    }

    private static void List(HtmlPage page, Verdict verdict, string title, ImmutableArray<Item> items, int start)
    {
        if (items.IsEmpty) return;
        page.Element("h3", title).Raw($"<ol class=\"items\" start=\"{start}\">\n");
        foreach (var item in items) Item(page, verdict, item);
        page.Raw("</ol>\n");
    }

    private static void Item(HtmlPage page, Verdict verdict, Item item)
    {
        var finding = item.First;
        page.Raw("<li>").Element("strong", item.Criteria[0]).Raw(" ");
        if (verdict.Components.Length > 1) page.Raw(HtmlPage.Escape($"in {string.Join(", ", item.Components)} "));
        page.Element("span", finding.Status == Status.Fail ? $"{finding.Actual}, needs {finding.Criterion.Requirement}" : $"{Words.Of(finding.Status)}: {finding.Reason}", "class=\"blocks\"");
        if (item.Criteria.Length > 1) page.Element("p", $"same cause: {string.Join(", ", item.Criteria.Skip(1))}", "class=\"quiet\"");
        if (!item.Locations.IsEmpty)
        {
            page.Raw("<ul>");
            foreach (var place in item.Locations.Take(PlacesShown)) page.Raw("<li>").Element("code", place.ToString()).Raw($" {HtmlPage.Escape(place.Note ?? "")}</li>");
            if (item.Locations.Length > PlacesShown) page.Element("li", $"and {item.Locations.Length - PlacesShown} more places");
            page.Raw("</ul>");
        }
        page.Element("p", item.Author ? item.Remedy : $"{Snake.Case(item.By)}: {item.Remedy}", "class=\"step\"").Raw("</li>\n");
    }
}
