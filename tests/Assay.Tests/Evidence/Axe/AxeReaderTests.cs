using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Axe;
using Assay.Tests.Measuring.Performance;

namespace Assay.Tests.Evidence.Axe;

/// <summary>The results beside this file are those of axe-core 4.14 in Chromium, shortened to what is looked at.</summary>
public sealed class AxeReaderTests
{
    private static readonly AxeReader Reader = new();

    [Fact]
    public void Each_element_of_a_violation_is_named()
    {
        var outcome = HostileInput.Read(Reader, Loads.File("Axe/with-violations.json"));
        var page = Assert.IsType<PageAccessibility>(Assert.Single(outcome.Observations));
        Assert.Equal(("4.14.1", null), (outcome.Version, page.Problem));
        Assert.Equal(5, page.Violations.Length);
        Assert.Contains(new AccessibilityViolation("label", "input", "critical"), page.Violations);
    }

    [Theory]
    [InlineData("Axe/whole.json", "", "")]
    [InlineData("Axe/whole.json", "[", "]")]
    public void One_page_and_a_list_are_recognised(string file, string before, string after) =>
        Assert.True(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(before + Loads.File(file) + after))));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"testEngine":{"name":"axe-core"},"violations":[]}""")]
    public void A_result_of_no_page_is_refused(string text) => Assert.NotNull(HostileInput.Read(Reader, text).Error);

    [Fact]
    public void Cut_off_or_mutated_it_is_refused()
    {
        HostileInput.IsRefusedWhereverItIsCutOff(Reader, Loads.File("Axe/best-practice-only.json"));
        HostileInput.NeverThrows(Reader, Loads.File("Axe/with-violations.json"), rounds: 1000);
    }
}
