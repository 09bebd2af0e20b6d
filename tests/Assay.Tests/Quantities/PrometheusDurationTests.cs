using Assay.Core.Quantities;

namespace Assay.Tests.Quantities;

public sealed class PrometheusDurationTests
{
    [Theory]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    public void Times_are_read_as_Prometheus_reads_them(string text, long milliseconds) => Assert.Equal(milliseconds, PrometheusDuration.Parse(text)?.TotalMilliseconds);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("30m1h")]
    [InlineData("1m1m")]
    [InlineData("1.5h")]
    [InlineData("-5m")]
    [InlineData("99999999999y")]
    [InlineData("9999y")]
    public void Anything_else_is_none(string text) => Assert.Null(PrometheusDuration.Parse(text));
}
