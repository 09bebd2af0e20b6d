using Assay.Core.Packages;

namespace Assay.Tests.Packages;

public sealed class PackageUrlTests
{
    [Theory]
    [InlineData("pkg:nuget/Newtonsoft.Json@12.0.1", "nuget", "Newtonsoft.Json", "12.0.1", "NuGet")]
    [InlineData("pkg:npm/%40scope/left@1.2.3?vcs_url=x#y", "npm", "@scope/left", "1.2.3", "npm")]
    [InlineData("pkg:npm/@scope/left@1.2.3", "npm", "@scope/left", "1.2.3", "npm")]
    [InlineData("pkg:npm/@scope/left", "npm", "@scope/left", null, "npm")]
    [InlineData("pkg:PyPI/requests@2.0+local", "pypi", "requests", "2.0+local", "PyPI")]
    [InlineData("pkg:deb/debian/curl@7", "deb", "debian/curl", "7", null)]
    public void A_purl_gives_type_name_version_and_ecosystem(string text, string type, string name, string? version, string? ecosystem)
    {
        var package = PackageUrl.Parse(text)!;
        Assert.Equal(new PackageUrl(type, name, version), package);
        Assert.Equal(ecosystem, Ecosystems.Of(package));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nuget/x@1")]
    [InlineData("pkg:nuget")]
    [InlineData("pkg:nuget/")]
    public void Anything_else_is_none(string? text) => Assert.Null(PackageUrl.Parse(text));

    [Fact]
    public void What_is_written_reads_back() =>
        Assert.Equal(new PackageUrl("npm", "@a b/c", "1.0.0+x"), PackageUrl.Parse(PackageUrl.Write("npm", "@a b/c", "1.0.0+x")));

    [Theory]
    [InlineData("NuGet", "Newtonsoft.JSON", "newtonsoft.json")]
    [InlineData("PyPI", "Zope._-Interface", "zope-interface")]
    [InlineData("npm", "JSONStream", "JSONStream")]
    public void Names_compare_as_their_ecosystem_compares_them(string ecosystem, string name, string normal) => Assert.Equal(normal, Ecosystems.Normal(ecosystem, name));
}
