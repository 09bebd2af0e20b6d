using System.Globalization;
using Assay.Core.Quantities;

namespace Assay.Tests.Quantities;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", 0, Unit.Count)]
    [InlineData("90 %", 90, Unit.Percent)]
    [InlineData("90%", 90, Unit.Percent)]
    [InlineData(" 0.5 % ", 0.5, Unit.Percent)]
    [InlineData("200 ms", 200, Unit.Milliseconds)]
    [InlineData("2.5 s", 2500, Unit.Milliseconds)]
    [InlineData("5 min", 300_000, Unit.Milliseconds)]
    [InlineData("512 MB", 512, Unit.Megabytes)]
    [InlineData("1 GB", 1024, Unit.Megabytes)]
    [InlineData("365 d", 365, Unit.Days)]
    [InlineData("50 /s", 50, Unit.PerSecond)]
    [InlineData("0.1 points", 0.1, Unit.Score)]
    [InlineData("true", 1, Unit.Boolean)]
    [InlineData("false", 0, Unit.Boolean)]
    [InlineData("-5", -5, Unit.Count)]
    public void Figures_are_read_with_their_unit(string text, double value, Unit unit) =>
        Assert.Equal(new Quantity((decimal)value, unit), Quantity.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("ninety")]
    [InlineData("90 parsecs")]
    [InlineData("90 % of lines")]
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData("5-")]
    [InlineData("--5")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("True")]
    [InlineData("79228162514264337593543950335 min")]
    [InlineData("99999999999999999999999999999999999999 %")]
    public void Anything_else_is_no_figure(string text) => Assert.Null(Quantity.Parse(text));

    [Theory]
    [InlineData("89.97", Unit.Percent, "89.9 %", "90 %")]
    [InlineData("99.99", Unit.Percent, "99.9 %", "100 %")]
    [InlineData("100", Unit.Percent, "100 %", "100 %")]
    [InlineData("199.99951", Unit.Milliseconds, "199.999 ms", "200 ms")]
    [InlineData("7", Unit.Count, "7", "7")]
    [InlineData("1", Unit.Boolean, "yes", "yes")]
    public void Figures_are_rounded_in_the_direction_that_is_asked_for(string value, Unit unit, string down, string up)
    {
        var quantity = new Quantity(decimal.Parse(value, CultureInfo.InvariantCulture), unit);
        Assert.Equal((down, down, up), (quantity.ToString(), quantity.ToString(roundUp: false), quantity.ToString(roundUp: true)));
    }

    [Fact]
    public void A_share_of_a_whole_is_exact() => Assert.Equal(50m, Quantity.Percent(17, 34).Value);
}
