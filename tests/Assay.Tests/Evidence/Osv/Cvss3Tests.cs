using Assay.Core.Observations;
using Assay.Evidence.Osv;

namespace Assay.Tests.Evidence.Osv;

public sealed class Cvss3Tests
{
    // Scores from FIRST's "CVSS v3.1 Examples" and from published advisories.
    [Theory]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "9.8")]
    [InlineData("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "9.8")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", "10.0")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", "6.4")]
    [InlineData("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", "3.1")]
    [InlineData("CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", "7.8")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", "6.1")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", "7.5")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H", "9.1")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H", "7.2")]
    [InlineData("CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "6.8")]
    [InlineData("CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H", "9.3")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", "0")]
    public void The_base_score_is_exact(string vector, string score) => Assert.Equal(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), Cvss3.BaseScore(vector));

    [Theory]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H")]
    [InlineData("CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]
    [InlineData("CVSS:3.1/")]
    [InlineData("AV:N/AC:L/Au:N/C:P/I:P/A:P")]
    [InlineData("")]
    public void Anything_but_a_whole_vector_has_no_score(string vector) => Assert.Null(Cvss3.BaseScore(vector));

    [Theory]
    [InlineData("9.0", VulnerabilitySeverity.Critical)]
    [InlineData("8.9", VulnerabilitySeverity.High)]
    [InlineData("7.0", VulnerabilitySeverity.High)]
    [InlineData("6.9", VulnerabilitySeverity.Moderate)]
    [InlineData("3.9", VulnerabilitySeverity.Low)]
    public void Scores_are_rated_as_the_standard_rates_them(string score, VulnerabilitySeverity severity) =>
        Assert.Equal(severity, Cvss3.Rated(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));
}
