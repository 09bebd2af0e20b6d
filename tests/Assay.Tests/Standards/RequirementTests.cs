using System.Globalization;
using Assay.Core.Quantities;
using Assay.Core.Standards;

namespace Assay.Tests.Standards;

public sealed class RequirementTests
{
    [Theory]
    [InlineData(Comparison.AtLeast, "90 %", "90 %", true)]
    [InlineData(Comparison.AtLeast, "90 %", "89.999 %", false)]
    [InlineData(Comparison.AtMost, "0", "0", true)]
    [InlineData(Comparison.AtMost, "0", "1", false)]
    [InlineData(Comparison.Below, "200 ms", "199.9 ms", true)]
    [InlineData(Comparison.Below, "200 ms", "200 ms", false)]
    [InlineData(Comparison.Is, "true", "true", true)]
    [InlineData(Comparison.Is, "true", "false", false)]
    public void A_bound_holds_exactly_up_to_itself(Comparison comparison, string bound, string value, bool holds) =>
        Assert.Equal(holds, new Requirement(comparison, Parse(bound)).Holds(Parse(value)));

    [Theory]
    [InlineData(Comparison.AtLeast)]
    [InlineData(Comparison.AtMost)]
    [InlineData(Comparison.Below)]
    [InlineData(Comparison.Is)]
    public void A_value_of_another_unit_never_keeps_a_bound(Comparison comparison) =>
        Assert.False(new Requirement(comparison, Parse("1 %")).Holds(Parse("1")));

    [Theory]
    [InlineData(Comparison.AtLeast, "90 %", "89.97", "89.9 %")]
    [InlineData(Comparison.AtLeast, "100 %", "99.9999", "99.9 %")]
    [InlineData(Comparison.AtLeast, "90.05 %", "90.06", "90.06 %")]
    [InlineData(Comparison.Below, "0.5 %", "0.51", "0.6 %")]
    [InlineData(Comparison.Below, "1 %", "0.96", "0.96 %")]
    [InlineData(Comparison.Below, "1 %", "0.9996", "0.9996 %")]
    [InlineData(Comparison.AtMost, "200 ms", "200.0004", "200.001 ms")]
    [InlineData(Comparison.Below, "200 ms", "199.99999", "199.99999 ms")]
    [InlineData(Comparison.AtMost, "0", "3", "3")]
    public void A_value_never_looks_better_than_it_is_nor_as_if_it_broke_a_bound_that_it_keeps(Comparison comparison, string bound, string value, string shown)
    {
        var requirement = new Requirement(comparison, Parse(bound));
        Assert.Equal(shown, requirement.Show(requirement.Bound with { Value = decimal.Parse(value, CultureInfo.InvariantCulture) }));
    }

    [Theory]
    [InlineData(Comparison.AtLeast, "90 %", "≥ 90 %")]
    [InlineData(Comparison.AtLeast, "100 %", "100 %")]
    [InlineData(Comparison.AtLeast, "1", "≥ 1")]
    [InlineData(Comparison.AtMost, "0", "0")]
    [InlineData(Comparison.AtMost, "365 d", "≤ 365 d")]
    [InlineData(Comparison.Below, "200 ms", "< 200 ms")]
    [InlineData(Comparison.Is, "true", "yes")]
    public void A_bound_is_shown_as_a_reader_wants_it(Comparison comparison, string bound, string shown) =>
        Assert.Equal(shown, new Requirement(comparison, Parse(bound)).ToString());

    private static Quantity Parse(string text) => Quantity.Parse(text)!.Value;
}
