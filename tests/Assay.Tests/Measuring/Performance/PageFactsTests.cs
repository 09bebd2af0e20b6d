using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Performance;

/// <summary>Reports of Lighthouse 12 and axe-core 4.14, made in Chromium of two small pages, shortened to what the readers look at.</summary>
public sealed class PageFactsTests
{
    private static readonly string[] Times = ["web_load", "web_interactive", "web_lcp", "web_cls"];

    private static readonly string Good = Loads.File("Lighthouse/whole.json"), Bad = Loads.File("Lighthouse/with-violations.json");

    private static Lab Page() => new Lab { Kind = ComponentKind.Web }.File("src/App.cs", "class A { }");

    [Fact]
    [Shows("web_load", Status.Pass)]
    [Shows("web_interactive", Status.Pass)]
    [Shows("web_lcp", Status.Pass)]
    [Shows("web_cls", Status.Pass)]
    public void A_fast_page_passes() =>
        Assert.All(Times, criterion => Assert.Equal((criterion, Status.Pass), (criterion, Page().Report("out/lh.json", Good).Of(criterion).Status)));

    [Fact]
    [Shows("web_load", Status.Fail)]
    [Shows("web_interactive", Status.Fail)]
    [Shows("web_lcp", Status.Fail)]
    [Shows("web_cls", Status.Fail)]
    public void Of_several_pages_the_worst_counts()
    {
        var slow = Good.Replace("/good", "/slow", StringComparison.Ordinal).Replace("670.208", "4670.208", StringComparison.Ordinal).Replace("864.208", "5000", StringComparison.Ordinal)
            .Replace("\"numericValue\": 0,", "\"numericValue\": 0.25,", StringComparison.Ordinal);
        var lab = Page().Report("out/good.json", Good).Report("out/slow.json", slow);
        Assert.All(Times, criterion => Assert.Equal((criterion, Status.Fail), (criterion, lab.Of(criterion).Status)));
        Assert.Contains("/slow, the worst of 2 pages", lab.Of("web_lcp").Actual, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("web_load", Status.Missing)]
    [Shows("web_interactive", Status.Missing)]
    [Shows("web_lcp", Status.Missing)]
    [Shows("web_cls", Status.Missing)]
    [Shows("accessibility", Status.Missing)]
    public void Without_a_report_nothing_is_known() =>
        Assert.All([.. Times, "accessibility"], criterion => Assert.Equal((criterion, Status.Missing), (criterion, Page().Of(criterion).Status)));

    [Fact]
    public void A_page_that_could_not_be_reached_is_an_error()
    {
        var lab = Page().Report("out/good.json", Good).Report("out/none.json", Loads.File("Lighthouse/unreachable.json"));
        Assert.All([.. Times, "accessibility"], criterion => Assert.Equal((criterion, Status.Error), (criterion, lab.Of(criterion).Status)));
        Assert.Contains("prevented page load", lab.Of("web_load").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Axe/whole.json")]
    [InlineData("Lighthouse/whole.json")]
    [Shows("accessibility", Status.Pass)]
    public void A_page_without_violations_passes(string report) => Assert.Equal(Status.Pass, Page().Report("out/page.json", Loads.File(report)).Of("accessibility").Status);

    [Theory]
    [InlineData("Axe/with-violations.json")]
    [InlineData("Lighthouse/with-violations.json")]
    [Shows("accessibility", Status.Fail)]
    public void Each_violation_of_WCAG_is_named_with_its_element_and_good_practice_is_not(string report)
    {
        var finding = Page().Report("out/page.json", Loads.File(report)).Of("accessibility");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.StartsWith("5 ", finding.Actual, StringComparison.Ordinal);
        Assert.Equal(["button-name", "color-contrast", "html-has-lang", "image-alt", "label"], finding.Locations.Select(place => place.Note!.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_of_pages_counts_all_of_them()
    {
        var list = $"[{Loads.File("Axe/whole.json")},{Loads.File("Axe/with-violations.json")}]";
        Assert.StartsWith("5 on 2 pages", Page().Report("out/axe.json", list).Of("accessibility").Actual, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Partial => new()
    {
        { Loads.File("Axe/best-practice-only.json"), "left out the rules of wcag2a, wcag2aa, wcag21aa" },
        { """{"testEngine":{"name":"axe-core","version":"4.14.1"},"url":"http://a/","passes":[],"violations":[],"incomplete":[],"inapplicable":[]}""", "looked at nothing" },
        { Loads.File("Axe/whole.json").Replace("\"toolOptions\": {", "\"toolOptions\": {\"rules\": {\"label\": {\"enabled\": false}}, ", StringComparison.Ordinal), "switches the rule label off" },
        { Bad.Replace("\"skipAudits\": null", "\"skipAudits\": [\"label\"]", StringComparison.Ordinal), "which audits to make or to leave out" },
    };

    [Theory]
    [MemberData(nameof(Partial))]
    public void A_run_that_looked_at_a_part_is_an_error(string report, string says)
    {
        var finding = Page().Report("out/page.json", report).Of("accessibility");
        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains(says, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_other_content_is_stale() =>
        Assert.Equal(Status.Stale, Page().Report("out/lh.json", Good, trust: Trust.Recorded, subject: "sha256:another").Of("web_load").Status);
}
