using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.CycloneDx;

namespace Assay.Tests.Evidence.CycloneDx;

public class CycloneDxReaderTests
{
    private static readonly CycloneDxReader Reader = new();

    private const string Good = """
        {"$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json","bomFormat":"CycloneDX","specVersion":"1.6","version":1,
         "metadata":{"tools":{"components":[{"type":"application","name":"cdxgen","version":"12.1"}]},"component":{"type":"application","name":"shop"}},
         "components":[{"type":"library","group":"@scope","name":"left","version":"1.2.3","purl":"pkg:npm/%40scope/left@1.2.3",
            "components":[{"type":"library","name":"inner"}],"licenses":[{"license":{"id":"MIT"}}]},
           {"type":"file","name":"a.bin","version":"0"}]}
        """;

    [Fact]
    public void Components_nested_ones_included_become_packages()
    {
        var outcome = HostileInput.Read(Reader, Good);
        Assert.Equal([new Package("@scope/left", "1.2.3", "pkg:npm/%40scope/left@1.2.3"), new Package("inner", null, null), new Package("a.bin", "0", null)], outcome.Observations);
        Assert.Equal(("1.6", "cdxgen 12.1"), (outcome.Version, outcome.Producer));
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.4")]
    public void Older_versions_name_their_tools_in_a_list(string version)
    {
        var outcome = HostileInput.Read(Reader, $$$"""{"bomFormat":"CycloneDX","specVersion":"{{{version}}}","metadata":{"tools":[{"vendor":"v","name":"syft","version":"1.0"}]}}""");
        Assert.Equal((version, "syft 1.0"), (outcome.Version, outcome.Producer));
    }

    [Theory]
    [InlineData("1.7")]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public void Another_version_is_refused(string version) =>
        Assert.Equal(EvidenceErrors.UnsupportedVersion, HostileInput.Read(Reader, Good.Replace("\"1.6\"", $"\"{version}\"", StringComparison.Ordinal)).Error?.Kind);

    [Theory]
    [InlineData("""{"specVersion":"1.6","components":[]}""", "bomFormat")]
    [InlineData("""{"bomFormat":"SPDX","specVersion":"1.6"}""", "bomFormat")]
    [InlineData("""{"bomFormat":"CycloneDX"}""", "specVersion")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":1.6}""", "'specVersion' holds something other than a text")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":{}}""", "'components' holds something other than an array")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library"}]}""", "no 'name'")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a"}]}""", "no 'type'")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"thing","name":"a"}]}""", "'type' is none of")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","components":[{}]}]}""", "no 'type'")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","name":"b"}]}""", "stands twice")]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"a"}}}""", "no 'type'")]
    public void A_malformed_bill_is_refused(string bill, string reason)
    {
        var error = HostileInput.Read(Reader, bill).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(reason, error?.What);
    }

    [Fact]
    public void A_bill_that_is_cut_off_is_refused_wherever_it_is_cut() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);

    [Fact]
    public void No_mutation_of_a_bill_gets_through_as_an_exception() => HostileInput.NeverThrows(Reader, Good);

    [Fact]
    public void Components_nested_10_000_deep_are_refused() => HostileInput.IsTooDeep(Reader,
        HostileInput.Nested("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[""", """{"type":"library","name":"a","components":[""", 10_000, "", "]}", "]}"));
}
