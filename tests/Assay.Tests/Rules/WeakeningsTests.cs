using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Quantities;
using Assay.Core.Rules;
using Assay.Core.Standards;
using Assay.Tests.Support;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Rules;

/// <summary>What a change loosens in its rules, or suppresses in itself, is named with its place.</summary>
public sealed class WeakeningsTests
{
    [Theory]
    [InlineData("[ExcludeFromCodeCoverage]")]
    [InlineData("#pragma warning disable CS0168")]
    [InlineData("    <NoWarn>CS0168</NoWarn>")]
    [InlineData("    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>")]
    [InlineData("// eslint-disable-next-line no-unused-vars")]
    [InlineData("/* c8 ignore next */")]
    [InlineData("x = 1  # pragma: no cover")]
    [InlineData("import os  # noqa")]
    [InlineData("// @ts-ignore")]
    [InlineData("it.only('works', () => {})")]
    [InlineData("[Fact(Skip = \"later\")]")]
    [InlineData("    <Compile Remove=\"Hard.cs\" />")]
    [InlineData("    <treatwarningsaserrors>False</treatwarningsaserrors>")]
    [InlineData("    <TreatWarningsAsErrors Condition=\"true\">false</TreatWarningsAsErrors>")]
    [InlineData("    <TreatWarningsAsErrors>")]
    [InlineData("    <nowarn>CS0168</nowarn>")]
    [InlineData("dotnet_diagnostic.CA1822.severity = none")]
    [InlineData("#line hidden")]
    [InlineData("#line 1 \"Other.cs\"")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")]")]
    [InlineData("/* eslint no-console: 0 */")]
    [InlineData("eslint no-console: \"off\"")]
    [InlineData("x = 1  # pragma no cover")]
    [InlineData("import os  # NOQA")]
    [InlineData("#\0 \0p\0r\0a\0g\0m\0a\0 \0w\0a\0r\0n\0i\0n\0g\0 \0d\0i\0s\0a\0b\0l\0e\0")]
    public void A_suppression_that_the_change_adds_is_named(string line)
    {
        var weakening = Assert.Single(Of(Change(Edit("src/a.cs", 7, ["ok", line]))));
        Assert.Equal((WeakeningSource.Suppression, "src/a.cs:8"), (weakening.Source, weakening.Location!.ToString()));
    }

    [Fact]
    public void A_suppression_that_only_moves_is_not_new() =>
        Assert.Empty(Of(Change(Edit("src/a.cs", 7, ["  [ExcludeFromCodeCoverage]"], ["[ExcludeFromCodeCoverage]"]))));

    [Fact]
    public void A_suppression_that_moves_and_multiplies_is_new() =>
        Assert.Single(Of(Change(Edit("src/a.js", 7, ["// @ts-ignore", "a()", "// @ts-ignore", "b()"], ["// @ts-ignore"]))));

    [Theory]
    [InlineData("    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("    <EnableNETAnalyzers Condition=\"x\">TRUE</EnableNETAnalyzers>")]
    [InlineData("// eslint is run by npm run lint")]
    [InlineData("#lines")]
    public void Strictness_and_words_about_it_are_no_suppressions(string line) => Assert.Empty(Of(Change(Edit("src/a.cs", 7, [line]))));

    [Fact]
    public void Strictness_that_the_change_removes_is_named() =>
        Assert.Single(Of(Change(Edit("src/a.csproj", 3, [], ["<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"]))));

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("sub/.gitattributes")]
    [InlineData("coverage.runsettings")]
    [InlineData("src/.editorconfig")]
    [InlineData("Directory.Build.props")]
    [InlineData("web/tsconfig.json")]
    [InlineData("web/vitest.config.ts")]
    public void Any_edit_to_a_rule_file_counts(string path) => Assert.Equal(WeakeningSource.Rule, Assert.Single(Of(Change(Edit(path, 1, ["x"])))).Source);

    [Fact]
    public void Package_versions_are_no_rules() => Assert.Empty(Of(Change(Edit("Directory.Packages.props", 1, ["x"]))));

    [Theory]
    [InlineData(".advisories", null)]
    [InlineData(null, ".advisories")]
    [InlineData(".advisories", "tools/osv")]
    public void Another_database_of_advisories_is_named(string? before, string? after)
    {
        var (atBase, head) = (Configured(component => component) with { Advisories = before }, Configured(component => component) with { Advisories = after });
        Assert.Contains("advisories", Assert.Single(Weakenings.Of(Change(), Policy(head), new FakeTree(), Policy(atBase), new FakeTree())).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    <NuGetAuditSuppress Include=\"https://github.com/advisories/GHSA-5crp-9r3c-p9vr\" />")]
    [InlineData("    <NuGetAudit>false</NuGetAudit>")]
    public void A_muted_advisory_is_named(string line) => Assert.Single(Of(Change(Edit("src/a.csproj", 3, [line]))));

    [Fact]
    public void An_edit_to_a_script_that_a_command_runs_counts_and_so_does_one_that_this_runs_in_turn()
    {
        var head = Configured(component => component with { Commands = ImmutableSortedDictionary<string, string>.Empty.Add("test", "sh ./scripts/test.sh --all") });
        var tree = new FakeTree(("scripts/test.sh", "exec scripts/inner.sh"), ("scripts/inner.sh", "true"), ("scripts/other.sh", "true"));
        var change = Change(Edit("scripts/test.sh", 1, ["x"]), Edit("scripts/inner.sh", 1, ["x"]), Edit("scripts/other.sh", 1, ["x"]));
        var places = Weakenings.Of(change, Policy(head), tree, Policy(head), tree).Select(weakening => weakening.Location!.File);
        Assert.Equal(["scripts/inner.sh", "scripts/test.sh"], places);
    }

    [Fact]
    public void A_drill_is_a_rule_so_that_setting_dropping_and_editing_it_is_named()
    {
        var drill = ConfigurationLoader.Load("schema: assay/config/v1\ncomponents: [{ id: app, drills: { backup: sh drills/backup.sh } }]\n", "assay.yaml");
        var none = ConfigurationLoader.Load("schema: assay/config/v1\ncomponents: [{ id: app }]\n", "assay.yaml");
        var tree = new FakeTree(("drills/backup.sh", "true"));
        Assert.Equal("app: sets the command for drill-backup to: sh drills/backup.sh", Assert.Single(Weakenings.Of(Change(), Policy(drill), tree, Policy(none), tree)).What);
        Assert.Equal("app: drops the command for drill-backup", Assert.Single(Weakenings.Of(Change(), Policy(none), tree, Policy(drill), tree)).What);
        Assert.Equal("drills/backup.sh", Assert.Single(Weakenings.Of(Change(Edit("drills/backup.sh", 1, ["x"])), Policy(drill), tree, Policy(drill), tree)).Location!.File);
    }

    [Fact]
    public void Scripts_of_package_json_are_rules_and_its_dependencies_are_not()
    {
        var before = new FakeTree(("package.json", """{ "scripts": { "test": "vitest" }, "dependencies": {} }"""));
        var after = new FakeTree(("package.json", """{ "scripts": { "test": "true" }, "dependencies": { "a": "1.0.0" } }"""));
        var change = Change(Edit("package.json", 1, ["x"]));
        Assert.Contains("scripts", Assert.Single(Of(change, after, before)).What, StringComparison.Ordinal);
        Assert.Empty(Of(change, before, before));
    }

    public static TheoryData<string, Func<ComponentConfiguration, ComponentConfiguration>> Looser => new()
    {
        { "excludes", component => component with { Exclude = ["src/Hard/**"] } },
        { "tests", component => component with { Tests = ["src/**"] } },
        { "critical", component => component with { Critical = [] } },
        { "command", component => component with { Commands = ImmutableSortedDictionary<string, string>.Empty.Add("test", "true") } },
        { "no longer reads", component => component with { Evidence = [] } },
        { "kind", component => component with { Kind = ComponentKind.Library } },
        { "moves", component => component with { Path = "src" } },
        { "removes component", component => component with { Id = "renamed" } },
    };

    [Theory]
    [MemberData(nameof(Looser))]
    public void Each_loosening_of_assay_yaml_is_named(string word, Func<ComponentConfiguration, ComponentConfiguration> edit)
    {
        var tree = new FakeTree();
        var weakenings = Weakenings.Of(Change(), Policy(Configured(edit)), tree, Policy(Configured(component => component)), tree);
        Assert.Contains(weakenings, weakening => weakening.What.Contains(word, StringComparison.Ordinal) && weakening.Source == WeakeningSource.Rule);
    }

    [Fact]
    public void A_first_configuration_is_compared_with_having_none()
    {
        var weakened = Weakenings.Of(Change(), Policy(Configured(component => component with { Exclude = ["gen/**"] })), new FakeTree(), Policy(Configuration.Default), new FakeTree());
        Assert.Equal(["app: excludes gen/**", "app: reads further reports: out/**"], weakened.Select(weakening => weakening.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bound_below_the_standard_stands_in_every_verdict_also_of_a_state()
    {
        var configuration = Configured(component => component) with { Bounds = ImmutableSortedDictionary<string, Quantity>.Empty.Add("coverage_lines", new Quantity(50, Unit.Percent)) };
        var policy = Core.Rules.Policy.Of(Standard(Criterion()), configuration);
        Assert.Equal(50, policy.Standard.Criteria.Single().Requirement.Bound.Value);
        var weakening = Assert.Single(Weakenings.Of(Change() with { Judged = Judged.State }, policy, new FakeTree(), policy, null));
        Assert.Equal((WeakeningSource.Setting, "coverage_lines needs ≥ 50 % instead of ≥ 90 %"), (weakening.Source, weakening.What));
    }

    public static TheoryData<string, Func<Criterion, Criterion>> LooserCriteria => new()
    {
        { "needs ≥ 80 %", criterion => criterion with { Requirement = new Requirement(Comparison.AtLeast, new Quantity(80, Unit.Percent)) } },
        { "is due only at", criterion => criterion with { Phase = Phase.Deployment } },
        { "is due only from", criterion => criterion with { Profile = Profile.Enterprise } },
        { "nothing to measure", criterion => criterion with { WhenEmpty = WhenEmpty.NotApplicable } },
        { "fewer kinds", criterion => criterion with { Kinds = [ComponentKind.Web] } },
        { "drops", criterion => criterion with { Id = "renamed" } },
        { "asks", criterion => criterion with { Fact = "tests.run" } },
    };

    [Theory]
    [MemberData(nameof(LooserCriteria))]
    public void Each_loosening_of_the_standard_is_named(string word, Func<Criterion, Criterion> edit)
    {
        var before = Core.Rules.Policy.Of(Standard(Criterion()), Configuration.Default);
        var after = Core.Rules.Policy.Of(Standard(edit(Criterion())) with { Digest = "sha256:other" }, Configuration.Default);
        Assert.Contains(Weakenings.Of(Change(), after, new FakeTree(), before, new FakeTree()), weakening => weakening.What.Contains(word, StringComparison.Ordinal));
    }

    private static ImmutableArray<Weakening> Of(Change change, FakeTree? head = null, FakeTree? atBase = null) =>
        Weakenings.Of(change, Policy(Configuration.Default), head ?? new FakeTree(), Policy(Configuration.Default), atBase ?? new FakeTree());

    private static Policy Policy(Configuration configuration) => Core.Rules.Policy.Of(Standard(Criterion()), configuration);

    private static Configuration Configured(Func<ComponentConfiguration, ComponentConfiguration> edit) => Configuration.Default with
    {
        Path = "assay.yaml",
        Components = [edit(ComponentConfiguration.Detected("app", "") with { Kind = ComponentKind.Service, Critical = ["src/Money/**"], Evidence = ["out/**"] })],
    };
}
