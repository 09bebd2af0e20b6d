using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Lighthouse;
using Assay.Tests.Measuring.Performance;

namespace Assay.Tests.Evidence.Lighthouse;

/// <summary>The reports beside this file are those of Lighthouse 12, shortened to what is looked at.</summary>
public sealed class LighthouseReaderTests
{
    private static readonly LighthouseReader Reader = new();

    [Fact]
    public void Times_and_violations_of_a_page_are_read()
    {
        var text = Loads.File("Lighthouse/with-violations.json");
        Assert.True(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));
        var outcome = HostileInput.Read(Reader, text);
        Assert.Equal("12.8.2", outcome.Version);
        var page = Assert.Single(outcome.Observations.OfType<PageTimes>());
        Assert.Equal((648.04435m, 813.49435m, 648.04435m, 0.00003460321252396224m), (page.SpeedIndex, page.Interactive, page.LargestContentfulPaint, page.LayoutShift));
        var violations = Assert.Single(outcome.Observations.OfType<PageAccessibility>()).Violations;
        Assert.Contains(new AccessibilityViolation("image-alt", "body > img", "critical"), violations);
        Assert.DoesNotContain(violations, violation => violation.Rule == "target-size");
    }

    [Fact]
    public void A_page_that_was_not_reached_says_why() =>
        Assert.Contains("prevented page load", Assert.Single(HostileInput.Read(Reader, Loads.File("Lighthouse/unreachable.json")).Observations.OfType<PageTimes>()).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"lighthouseVersion":"12"}""")]
    [InlineData("""{"lighthouseVersion":"12","finalDisplayedUrl":"http://a/","audits":{}}""")]
    public void A_report_of_nothing_is_refused(string text) => Assert.NotNull(HostileInput.Read(Reader, text).Error);

    [Fact]
    public void Cut_off_or_mutated_it_is_refused()
    {
        var good = Loads.File("Lighthouse/unreachable.json");
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, good);
        HostileInput.NeverThrows(Reader, Loads.File("Lighthouse/with-violations.json"), rounds: 1000);
    }
}
