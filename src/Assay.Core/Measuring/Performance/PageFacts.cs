using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Performance;

/// <summary>How pages load, and what keeps people out of them. The worst page counts.</summary>
internal static class PageFacts
{
    private static readonly (string Name, Unit Unit, string What, Func<PageTimes, decimal?> Figure)[] Times =
    [
        (FactNames.WebLoad, Unit.Milliseconds, "speed-index", page => page.SpeedIndex),
        (FactNames.WebInteractive, Unit.Milliseconds, "interactive", page => page.Interactive),
        (FactNames.WebLcp, Unit.Milliseconds, "largest-contentful-paint", page => page.LargestContentfulPaint),
        (FactNames.WebCls, Unit.Score, "cumulative-layout-shift", page => page.LayoutShift),
    ];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        var pages = input.All<PageTimes>().ToList();
        string[] sources = [.. pages.Select(page => page.Item.Digest).Distinct()];
        foreach (var (name, unit, what, figure) in Times)
        {
            if (pages.Count == 0) draft.Missing(name, "no Lighthouse report", "Run lighthouse URL --output=json on every page, and name the reports under evidence in assay.yaml.");
            else if (pages.Find(page => page.Observation.Problem is not null) is { Observation: { } broken }) draft.Error(name, $"{broken.Url}: {broken.Problem}", "Run Lighthouse again while the page can be reached.", sources);
            else if (pages.Find(page => figure(page.Observation) is null) is { Observation: { } silent }) draft.Error(name, $"{silent.Url}: Lighthouse could not measure {what}", "Run Lighthouse again with the category performance.", sources);
            else
            {
                var worst = pages.MaxBy(page => figure(page.Observation)).Observation;
                draft.Measured(name, new Quantity(figure(worst)!.Value, unit), sources, pages.Count == 1 ? $"on {worst.Url}" : $"on {worst.Url}, the worst of {pages.Select(page => page.Observation.Url).Distinct().Count()} pages");
            }
        }
        Accessibility(input, draft);
    }

    private static void Accessibility(MeasureInput input, FactDraft draft)
    {
        const string Name = FactNames.WebAccessibility;
        var pages = input.All<PageAccessibility>().ToList();
        if (pages.Count == 0)
        {
            draft.Missing(Name, "no accessibility report", "Run axe-core or Lighthouse on every page, and name the reports under evidence in assay.yaml.");
            return;
        }
        string[] sources = [.. pages.Select(page => page.Item.Digest).Distinct()];
        if (pages.Find(page => page.Observation.Problem is not null) is { Observation: { } broken })
        {
            draft.Error(Name, $"{broken.Url}: {broken.Problem}", $"Run {broken.Tool} again over the whole page with every rule of WCAG 2.1 A and AA.", sources);
            return;
        }
        // Two tools may find the same element; it is one violation.
        var found = pages.SelectMany(page => page.Observation.Violations.Select(violation => (page.Observation.Url, violation.Rule, violation.Target, violation.Impact))).ToList();
        var distinct = found.DistinctBy(violation => (violation.Url, violation.Rule, violation.Target)).ToList();
        var urls = pages.Select(page => page.Observation.Url).Distinct().Count();
        draft.Measured(Name, Quantity.Count(distinct.Count), sources, urls == 1 ? $"on {pages[0].Observation.Url}" : $"on {urls} pages",
            locations: distinct.Select(violation => new Location(violation.Url, Note: $"{violation.Rule}{(violation.Impact is null ? "" : $" ({violation.Impact})")}: {violation.Target}")));
    }
}
