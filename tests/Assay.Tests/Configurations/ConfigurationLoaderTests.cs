using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Errors;
using Assay.Core.Standards;
using Assay.Tests.Schemas;

namespace Assay.Tests.Configurations;

public sealed class ConfigurationLoaderTests
{
    private const string Full = """
        schema: assay/config/v1
        standard: rules/own.yaml
        sensitive: [deploy/**]
        advisories: ./.advisories/
        bounds:
          coverage_lines: 95 %
        components:
          - id: payments
            path: ./services/payments/
            kind: service
            owners: [payments team]
            tests: [checks/**]
            exclude: ["**/*.g.cs"]
            critical: [src/Ledger/**]
            commands:
              build: make build
              test: make test
              types: make types
              lint: make lint
              load: make load
              stress: make stress
              scan: make scan
            drills:
              backup: make drill-backup
              shutdown: make drill-shutdown
              rollback: make drill-rollback
              health: make drill-health
            evidence: [reports/*.xml]
            time_limit: 10 min
          - id: payments-web
            path: services/payments/web

        """;

    private static readonly YamlSchema Schema = new("config.schema.json");

    [Fact]
    public void Everything_that_can_be_configured_is_read()
    {
        var configuration = ConfigurationLoader.Load(Full, "assay.yaml");
        Assert.True(Schema.Accepts(Full));
        Assert.Equal(("assay.yaml", "rules/own.yaml"), (configuration.Path, configuration.Standard));
        Assert.Equal(["deploy/**"], configuration.Sensitive);
        Assert.Equal(".advisories", configuration.Advisories);
        Assert.Equal("services/.advisories", ConfigurationLoader.Load(Full, "services/assay.yaml").Advisories);
        Assert.Equal("95 %", configuration.Bounds["coverage_lines"].ToString());
        var payments = configuration.Components[0];
        Assert.Equal(("payments", "services/payments", ComponentKind.Service), (payments.Id, payments.Path, payments.Kind!.Value));
        Assert.Equal(["payments team", "checks/**", "**/*.g.cs", "src/Ledger/**", "reports/*.xml"],
            [.. payments.Owners, .. payments.Tests, .. payments.Exclude, .. payments.Critical, .. payments.Evidence]);
        string[] steps = ["build", "drill-backup", "drill-health", "drill-rollback", "drill-shutdown", "lint", "load", "scan", "stress", "test", "types"];
        Assert.Equal(steps.Select(step => $"{step}=make {step}"), payments.Commands.Select(step => $"{step.Key}={step.Value}"));
        Assert.Equal(TimeSpan.FromMinutes(10), payments.TimeLimit);
        Assert.Equal(("services/payments/web", null, null), (configuration.Components[1].Path, configuration.Components[1].Kind, configuration.Components[1].TimeLimit));
    }

    [Theory]
    [InlineData("schema: assay/config/v1\n")]
    [InlineData("schema: assay/config/v1\ncomponents: [{ id: a }, { id: b, path: b }]\n")]
    [InlineData("schema: assay/config/v1\ncomponents: [{ id: a, path: . }]\nstandard: production\n")]
    [InlineData("schema: assay/config/v1\nbounds: {}\nsensitive: []\n")]
    [InlineData("schema: assay/config/v1\nstandard: git+https://git.example/org/standards.git@v2#strict.yaml@sha256:0000000000000000000000000000000000000000000000000000000000000000\n")]
    [InlineData("schema: assay/config/v1\nstandard: git+ssh://git@git.example/standards#a/strict.yaml@sha256:0000000000000000000000000000000000000000000000000000000000000000\n")]
    public void Both_accept(string text)
    {
        ConfigurationLoader.Load(text, "assay.yaml");
        Assert.True(Schema.Accepts(text));
    }

    [Theory]
    [InlineData("schema: assay/config/v1", "schema: assay/config/v9", "assay.yaml: schema is 'assay/config/v9'")]
    [InlineData("standard: rules", "standart: rules", "assay.yaml: unknown key 'standart'")]
    [InlineData("standard: rules", "standard: ../rules", "assay.yaml: 'standard' is a name or a path: it must not lead out with '..'")]
    [InlineData("standard: rules", "standard: /rules", "assay.yaml: 'standard' is a name or a path: it must be relative")]
    [InlineData("standard: rules/own.yaml", "standard: git+https://git.example/org#a.yaml", "assay.yaml: 'standard' is 'git+https://git.example/org#a.yaml': the digest is missing: without it, whoever can write to that repository decides what is judged here")]
    [InlineData("standard: rules/own.yaml", "standard: git+ext::sh", "assay.yaml: 'standard' is 'git+ext::sh': there must be one '#', between the repository and the path in it")]
    [InlineData("standard: rules/own.yaml", "standard: https://git.example/a.yaml", "assay.yaml: 'standard' is 'https://git.example/a.yaml': a standard in a repository begins with git+")]
    [InlineData("./.advisories/", "/var/osv", "assay.yaml: 'advisories' is '/var/osv': it must be relative")]
    [InlineData("./.advisories/", "../osv", "assay.yaml: 'advisories' is '../osv': it must not lead out with '..'")]
    [InlineData("./.advisories/", "a\\b", "assay.yaml: 'advisories' is 'a\\b': write it with forward slashes")]
    [InlineData("id: payments\n", "id: Payments API\n", "component: 'id' has a form that is not allowed: 'Payments API'")]
    [InlineData("id: payments\n", "id: -p\n", "component: 'id' has a form that is not allowed: '-p'")]
    [InlineData("- id: payments\n    path", "- path", "component: key 'id' is missing")]
    [InlineData("./services/payments/", "services/../../etc", "component: 'path' is 'services/../../etc': it must not lead out with '..'")]
    [InlineData("./services/payments/", "/etc", "component: 'path' is '/etc': it must be relative")]
    [InlineData("./services/payments/", "C:/etc", "component: 'path' is 'C:/etc': it must be relative")]
    [InlineData("./services/payments/", "services\\payments", "component: 'path' is 'services\\payments': write it with forward slashes")]
    [InlineData("kind: service", "kind: servise", "component: 'kind' must be one of service, library, tool, web, found 'servise'")]
    [InlineData("tests: [checks/**]", "tests: checks/**", "component: 'tests' must be a list, found 'checks/**'")]
    [InlineData("tests: [checks/**]", "tests: [../checks/**]", "component: 'tests' holds the pattern '../checks/**': it must not lead out with '..'")]
    [InlineData("types: make types", "typecheck: make types", "commands: unknown key 'typecheck'")]
    [InlineData("backup: make", "restore: make", "drills: unknown key 'restore'")]
    [InlineData("health: make drill-health", "health: 1", "drills: 'health' must be text, found '1'")]
    [InlineData("test: make test", "test: [make, test]", "commands: 'test' must be text, found a list")]
    [InlineData("coverage_lines: 95 %", "coverage_lines: high", "assay.yaml: 'bounds.coverage_lines' must be a figure such as 0, 90 %, 200 ms, 30 s, 5 min, 512 MB, 90 d or true, found 'high'")]
    [InlineData("owners: [payments team]", "owners: [5]", "component: 'owners' must be text, found '5'")]
    public void Both_refuse(string replace, string by, string what)
    {
        var text = Changed(replace, by);
        Assert.Equal(what, Assert.Single(Mistakes(text)).What);
        Assert.False(Schema.Accepts(text));
    }

    /// <summary>What a schema cannot say.</summary>
    [Theory]
    [InlineData("id: payments-web", "id: payments", "component: payments stands twice; first in line 8")]
    [InlineData("path: services/payments/web", "path: services/payments", "component: the path 'services/payments' belongs to the component in line 8 already")]
    [InlineData("time_limit: 10 min", "time_limit: 10 MB", "component: 'time_limit' must be a time of at most 24 hours, found 10 MB")]
    [InlineData("time_limit: 10 min", "time_limit: 0 s", "component: 'time_limit' must be a time of at most 24 hours, found 0 ms")]
    public void The_loader_also_refuses(string replace, string by, string what) => Assert.Equal(what, Assert.Single(Mistakes(Changed(replace, by))).What);

    [Fact]
    public void An_empty_list_of_components_is_refused_by_both()
    {
        const string text = "schema: assay/config/v1\ncomponents: []\n";
        Assert.Equal("assay.yaml: 'components' is empty", Assert.Single(Mistakes(text)).What);
        Assert.False(Schema.Accepts(text));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var text = Changed("kind: service", "kind: x").Replace("10 min", "soon", StringComparison.Ordinal).Replace("payments-web", "Web", StringComparison.Ordinal);
        Assert.Equal([10, 29, 30], Mistakes(text).Select(error => error.Line!.Value));
    }

    [Fact]
    public void Bounds_of_unknown_criteria_or_of_another_unit_are_refused_once_the_standard_is_known()
    {
        var configuration = ConfigurationLoader.Load("schema: assay/config/v1\nbounds: { coverage_line: 80 %, coverage_branches: 80, coverage_lines: 80 % }\n", "assay.yaml");
        var errors = Assert.Throws<AssayException>(() => ConfigurationLoader.CheckBounds(configuration, BuiltInStandards.Load("production")!)).Errors;
        Assert.Equal(
            [
                "bounds: 80 does not fit coverage_branches: it is measured in percent (%)",
                "bounds: production 1.1.0 has no criterion coverage_line",
            ],
            errors.Select(error => error.What));
        Assert.Equal("Did you mean coverage_lines?", errors[1].Step);
    }

    [Fact]
    public void The_schema_has_the_keys_that_the_loader_knows_and_no_others() =>
        Assert.Equal(
            ConfigurationKeys.All.Select(keys => YamlSchema.KeySet(keys.Required, keys.All)).ToHashSet(),
            YamlSchema.KeySets("config.schema.json").ToHashSet());

    private static string Changed(string replace, string by)
    {
        Assert.Contains(replace, Full, StringComparison.Ordinal);
        return Full.Replace(replace, by, StringComparison.Ordinal);
    }

    private static IEnumerable<AssayError> Mistakes(string text)
    {
        var errors = Assert.Throws<AssayException>(() => ConfigurationLoader.Load(text, "assay.yaml")).Errors;
        Assert.All(errors, error => Assert.Equal("ASY1201", error.Kind.Code));
        return errors;
    }
}
