using Assay.Core.Configurations;
using Assay.Core.Rules;
using Assay.Tests.Support;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Rules;

/// <summary>Ways in which a change could loosen its own rules without being named.</summary>
public sealed class UnnoticedTests
{
    [Theory]
    [InlineData("../tools/run", "tools/run")]
    [InlineData("cd ci && ./run", "app/ci/run")]
    [InlineData("cd ../ci && sh run", "ci/run")]
    [InlineData("make -C ci test", "app/ci/Makefile")]
    [InlineData("make test", "app/GNUmakefile")]
    public void A_script_is_found_wherever_the_command_goes(string command, string script)
    {
        var policy = Policy($"schema: assay/config/v1\ncomponents: [{{ id: app, path: app, commands: {{ test: \"{command}\" }} }}]\n");
        var tree = new FakeTree((script, "true"), ("app/a.txt", "x"));
        Assert.Contains(Weakenings.Of(Change(Edit(script, 1, ["x"])), policy, tree, policy, tree), weakening => weakening.What.Contains("a script that a configured command runs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_taken_out_of_another_loses_none_of_its_rules_unnamed()
    {
        const string Holder = "schema: assay/config/v1\ncomponents:\n  - { id: app, profile: enterprise, critical: [\"src/**\", \"lib/**\"], commands: { test: make } }\n";
        var named = Weakenings.Of(Change(), Policy(Holder + "  - { id: pay, path: src/pay }\n"), new FakeTree(), Policy(Holder), new FakeTree());
        Assert.Equal("pay: takes src/pay out of app, whose profile enterprise and critical paths src/** and commands for test it leaves", Assert.Single(named).What);
        var kept = Weakenings.Of(Change(), Policy(Holder + "  - { id: pay, path: src/pay, profile: enterprise, critical: [\"**\"], commands: { test: make } }\n"), new FakeTree(), Policy(Holder), new FakeTree());
        Assert.DoesNotContain(kept, weakening => weakening.What.Contains("takes", StringComparison.Ordinal));
    }

    [Fact]
    public void Further_reports_are_named() => Assert.Equal("app: reads further reports: out/**", Assert.Single(Weakenings.Of(
        Change(), Policy("schema: assay/config/v1\ncomponents: [{ id: app, evidence: [\"out/**\"] }]\n"), new FakeTree(), Policy("schema: assay/config/v1\ncomponents: [{ id: app }]\n"), new FakeTree())).What);

    [Theory]
    [InlineData("{ \"scripts\": { \"test\": \"a\" } }", "{ \"scripts\": { \"test\": \"a\" }, \"scripts\": { \"test\": \"true\" } }")]
    [InlineData("\uFEFF{ \"scripts\": { \"test\": \"a\" } }", "\uFEFF{ \"scripts\": { \"test\": \"true\" } }")]
    [InlineData("{ broken", "{ broken too")]
    [InlineData("{}", "{ \"xo\": { \"rules\": {} } }")]
    [InlineData("{}", "{ \"pnpm\": {} }")]
    public void Package_json_is_read_as_node_reads_it(string before, string after) =>
        Assert.NotEmpty(PackageScripts.In(Change(Edit("package.json", 1, ["x"])), new FakeTree(("package.json", after)), new FakeTree(("package.json", before))));

    [Theory]
    [InlineData("a/.flake8")]
    [InlineData("tests/conftest.py")]
    [InlineData("Makefile")]
    [InlineData(".gitlab/ci/test.yml")]
    [InlineData("ops/azure-pipelines.yaml")]
    [InlineData(".gitmodules")]
    [InlineData("docs/CODEOWNERS")]
    public void Rule_files_of_further_tools_count(string path) => Assert.Single(RuleFiles.In(Change(Edit(path, 1, ["x"]))));

    [Theory]
    [InlineData("a.csproj", "<VSTestTestCaseFilter>Name=Easy</VSTestTestCaseFilter>", true)]
    [InlineData("a.csproj", "<TestingPlatformCommandLineArguments>--filter x</TestingPlatformCommandLineArguments>", true)]
    [InlineData("a.csproj", "<RunSettingsFilePath>x</RunSettingsFilePath>", true)]
    [InlineData("a.csproj", "<WarningsAsErrors></WarningsAsErrors>", true)]
    [InlineData("a.csproj", "<WarningsAsErrors />", true)]
    [InlineData("a.csproj", "<WarningsAsErrors>CS1591</WarningsAsErrors>", false)]
    [InlineData("a.csproj", "<Import Project=\"notes.md\" />", true)]
    [InlineData("a.csproj", "<Import Project=\"obj/a.csproj.nuget.g.props\" />", false)]
    [InlineData("a.csproj", "<CodeAnalysisRuleSet>x</CodeAnalysisRuleSet>", true)]
    [InlineData("a.csproj", "<GlobalAnalyzerConfigFiles Include=\"x\" />", true)]
    [InlineData("notes.md", "  <NoWarn>CS0168</NoWarn>", true)]
    [InlineData("notes.md", "--><NoWarn>CS0168</NoWarn>", true)]
    [InlineData("notes.md", "Write `<NoWarn>` never; `#pragma warning disable` neither.", false)]
    public void What_msbuild_takes_is_named(string path, string line, bool named) => Assert.Equal(named, Suppressions.In(Change(Edit(path, 1, [line]))).Any());

    [Theory]
    [InlineData("[tool]\nruff.ignore = []\n", "[tool]\nruff.ignore = [\"E\"]\n", "[tool.ruff]")]
    [InlineData("[tool.ruff] # all\nignore = []\n", "[tool.ruff] # all\nignore = [\"E\"]\n", "[tool.ruff]")]
    [InlineData("tool = { ruff = { ignore = [] } }\n", "tool = { ruff = { ignore = [1] } }\n", "[tool]")]
    [InlineData("[tool.ruff]\na = [\n[\"x\"]\n]\nb = 1\n", "[tool.ruff]\na = [\n[\"x\"]\n]\nb = 2\n", "[tool.ruff]")]
    public void Settings_of_python_tools_are_found_however_they_are_written(string before, string after, string says) => Assert.Contains(says, Assert.Single(PythonSettings.In(
        Change(Edit("pyproject.toml", 1, ["x"])), new FakeTree(("pyproject.toml", after)), new FakeTree(("pyproject.toml", before)))).What, StringComparison.Ordinal);

    private const string Agreed = "schema: assay/requirements/v1\nrequirements:\n  - id: PAY-1\n    title: Pay\n    acceptance:\n      - { id: PAY-1.1, text: is refused with 409 }\n      - { id: PAY-1.2, text: is booked once }\n";

    [Theory]
    [InlineData("      - { id: PAY-1.2, text: is booked once }\n", "", "drops acceptance criterion PAY-1.2")]
    [InlineData("is booked once", "is booked", "changes the text of acceptance criterion PAY-1.2")]
    [InlineData("title: Pay", "title: Payment", null)]
    public void What_was_agreed_is_not_dropped_unnamed(string old, string now, string? says)
    {
        var found = RequirementsDiff.Loosened(Change(), new FakeTree(("pay/requirements.yaml", Agreed.Replace(old, now, StringComparison.Ordinal))), new FakeTree(("pay/requirements.yaml", Agreed)));
        Assert.Equal(says is null ? [] : [says], found.Select(weakening => weakening.What));
    }

    private static Policy Policy(string yaml) => Core.Rules.Policy.Of(Standard(Criterion()), ConfigurationLoader.Load(yaml, "assay.yaml"));
}
