using Assay.Core.Configurations;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Rules;

/// <summary>A change that makes less of the code be looked at is named, by whatever key of assay.yaml it does so.</summary>
public sealed class NarrowedTests
{
    private const string Before = """
        schema: assay/config/v1
        components:
          - id: shop
            path: shop
            kind: service
            profile: enterprise
            depends_on: [lib]
            tests: ["checks/**"]
            exclude: ["gen/**"]
            critical: ["src/**"]
            evidence: ["out/**/*.xml"]
          - { id: lib, path: lib }
        """;

    [Theory]
    [InlineData("critical: [\"src/**\"]", "critical: [\"src/Money/**\"]", "no longer calls src/** critical")]
    [InlineData("tests: [\"checks/**\"]", "tests: [\"checks/**\", \"src/Hard/**\"]", "calls src/Hard/** tests")]
    [InlineData("exclude: [\"gen/**\"]", "exclude: [\"**\"]", "excludes **")]
    [InlineData("evidence: [\"out/**/*.xml\"]", "evidence: [\"out/good/*.xml\"]", "no longer reads out/**/*.xml")]
    [InlineData("path: shop", "path: shop/small", "moves from shop to shop/small")]
    [InlineData("kind: service", "kind: library", "changes its kind")]
    [InlineData("profile: enterprise", "profile: standard", "lowers its least profile from enterprise to standard")]
    [InlineData("depends_on: [lib]", "owners: [team]", "no longer depends on lib")]
    [InlineData("  - { id: lib, path: lib }", "  - { id: other, path: lib }", "removes component lib")]
    public void Every_narrowing_is_named(string old, string now, string what) =>
        Assert.Contains(Weakened(Before.Replace(old, now, StringComparison.Ordinal).Replace(what.EndsWith("lib", StringComparison.Ordinal) && old.Contains("id: lib", StringComparison.Ordinal) ? "depends_on: [lib]" : "\0", "depends_on: [other]", StringComparison.Ordinal)),
            weakening => weakening.Source == WeakeningSource.Rule && weakening.What.Contains(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("critical: [\"src/**\"]", "critical: [\"src/**\", \"lib/**\"]")]
    [InlineData("tests: [\"checks/**\"]", "owners: [team]")]
    [InlineData("exclude: [\"gen/**\"]", "owners: [team]")]
    public void Widening_is_not(string old, string now) => Assert.Empty(Weakened(Before.Replace(old, now, StringComparison.Ordinal)));

    [Fact]
    public void Both_new_keys_are_read_and_a_component_that_is_not_there_is_a_mistake()
    {
        var component = ConfigurationLoader.Load(Before, "assay.yaml").Components[0];
        Assert.Equal((Profile.Enterprise, "lib"), (component.Profile, Assert.Single(component.DependsOn)));

        foreach (var wrong in (string[])["depends_on: [nobody]", "depends_on: [shop]"])
            Assert.Single(Assert.Throws<Core.Errors.AssayException>(() => ConfigurationLoader.Load(Before.Replace("depends_on: [lib]", wrong, StringComparison.Ordinal), "assay.yaml")).Errors);
    }

    private static IEnumerable<Weakening> Weakened(string now)
    {
        Configuration before = ConfigurationLoader.Load(Before, "assay.yaml"), after = ConfigurationLoader.Load(now, "assay.yaml");
        var standard = BuiltInStandards.Load("production")!;
        return Weakenings.Of(Samples.Change(), Policy.Of(standard, after), new FakeTree(), Policy.Of(standard, before), new FakeTree());
    }
}
