using Assay.Evidence.Osv;

namespace Assay.Tests.Evidence.Osv;

public sealed class OsvVersionsTests
{
    /// <summary>Each ordered as its ecosystem documents it: semver.org item 11, NuGet's "version ordering", PEP 440's "summary of permitted suffixes".</summary>
    [Theory]
    [InlineData("npm", "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.9.0 1.10.0 99999999999999999999.0.0")]
    [InlineData("NuGet", "1.0.0-alpha 1.0.0-beta 1.0.0 1.0.0.1 1.0.1 2.0 10.0")]
    [InlineData("PyPI", "1.0.dev1 1.0a1.dev1 1.0a1 1.0a2 1.0b1 1.0rc1 1.0 1.0+abc 1.0+5 1.0.post1.dev2 1.0.post1 1.1 1.10 1!0.1")]
    public void Versions_are_ordered_as_their_ecosystem_orders_them(string ecosystem, string ascending)
    {
        var versions = ascending.Split(' ');
        for (var left = 0; left < versions.Length; left++)
            for (var right = 0; right < versions.Length; right++)
                Assert.True(Math.Sign(left.CompareTo(right)) == Math.Sign(OsvVersions.Compare(ecosystem, "ECOSYSTEM", versions[left], versions[right])!.Value), $"{versions[left]} and {versions[right]}");
    }

    [Theory]
    [InlineData("NuGet", "1.0", "1.0.0.0")]
    [InlineData("NuGet", "1.0.0-RC", "1.0.0-rc")]
    [InlineData("NuGet", "1.0.0+build", "1.0.0")]
    [InlineData("npm", "v1.2.3", "1.2.3")]
    [InlineData("PyPI", "1.0", "1.0.0")]
    [InlineData("PyPI", "1.0-1", "1.0.post1")]
    [InlineData("PyPI", "v1.0ALPHA1", "1.0a1")]
    public void Different_spellings_of_one_version_are_equal(string ecosystem, string left, string right) => Assert.Equal(0, OsvVersions.Compare(ecosystem, "ECOSYSTEM", left, right));

    [Theory]
    [InlineData("npm", "latest")]
    [InlineData("NuGet", "")]
    [InlineData("PyPI", "git+https://example.org/x")]
    [InlineData("Maven", "1.0")]
    public void What_has_no_known_order_is_not_compared(string ecosystem, string version) => Assert.Null(OsvVersions.Compare(ecosystem, "ECOSYSTEM", version, "1.0.0"));
}
