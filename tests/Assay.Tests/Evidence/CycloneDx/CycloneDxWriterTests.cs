using System.Text;
using Assay.Core.Observations;
using Assay.Evidence.CycloneDx;

namespace Assay.Tests.Evidence.CycloneDx;

public sealed class CycloneDxWriterTests
{
    private static readonly BillPackage[] Packages =
    [
        new("npm", "@scope/left", "1.2.3", new string('a', 128), Development: true),
        new("NuGet", "Newtonsoft.Json", "13.0.4"),
        new("npm", "@scope/left", "1.2.3"),
        new("PyPI", "Zope.Interface", "6.0", Development: true),
    ];

    [Fact]
    public void Each_package_stands_once_and_reads_back_with_its_purl()
    {
        var outcome = HostileInput.Read(new CycloneDxReader(), Written(Packages));
        Assert.Null(outcome.Error);
        Assert.Equal(("1.6", "assay 0.1.0"), (outcome.Version, outcome.Producer));
        Assert.Equal(
            [
                new Package("@scope/left", "1.2.3", "pkg:npm/%40scope/left@1.2.3"),
                new Package("Newtonsoft.Json", "13.0.4", "pkg:nuget/Newtonsoft.Json@13.0.4"),
                new Package("Zope.Interface", "6.0", "pkg:pypi/zope-interface@6.0", Development: true),
            ], outcome.Observations);
    }

    [Fact]
    public void The_same_packages_give_the_same_bytes() => Assert.Equal(Written(Packages), Written([.. Packages.Reverse().OrderBy(package => !package.Development)]));

    [Fact]
    public void The_document_is_of_the_published_form()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Written(Packages));
        var root = json.RootElement;
        Assert.Equal(["$schema", "bomFormat", "specVersion", "version", "metadata", "components"], root.EnumerateObject().Select(property => property.Name));
        var first = root.GetProperty("components")[0];
        Assert.Equal("library", first.GetProperty("type").GetString());
        Assert.Equal("@scope", first.GetProperty("group").GetString());
        Assert.Equal("SHA-512", first.GetProperty("hashes")[0].GetProperty("alg").GetString());
        Assert.Equal("required", first.GetProperty("scope").GetString());
        var references = root.GetProperty("components").EnumerateArray().Select(each => each.GetProperty("bom-ref").GetString()).ToList();
        Assert.Equal(references.Count, references.Distinct().Count());
    }

    internal static string Written(params BillPackage[] packages)
    {
        using var to = new MemoryStream();
        CycloneDxWriter.Write(to, "app", "0.1.0", packages);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
