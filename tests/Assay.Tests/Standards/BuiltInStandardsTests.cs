using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Tests.Standards;

public sealed class BuiltInStandardsTests
{
    private static readonly Standard Production = BuiltInStandards.Load("production")!;

    [Fact]
    public void Production_has_the_nine_gates_in_their_order()
    {
        Assert.Equal(("production", "1.1.0"), (Production.Name, Production.Version));
        Assert.Equal(
            [
                "tdd_compliance", "security_standards", "performance_slas", "code_quality", "documentation",
                "operational_readiness", "feature_validation", "predictive_analytics", "automated_quality",
            ],
            Production.Gates.Select(gate => gate.Id));
    }

    [Fact]
    public void Production_is_the_file_in_the_repository_byte_for_byte()
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "standards", "production.yaml"));
        Assert.Equal(file, System.Text.Encoding.UTF8.GetBytes(BuiltInStandards.Find("production")!));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), Production.Digest);
    }

    [Fact]
    public void An_unknown_name_is_no_standard() => Assert.Null(BuiltInStandards.Find("Production"));

    [Theory]
    [InlineData("coverage_lines", "≥ 90 %")]
    [InlineData("coverage_branches", "≥ 85 %")]
    [InlineData("coverage_critical_paths", "100 %")]
    [InlineData("exception_handlers", "100 %")]
    [InlineData("coverage_changed_lines", "100 %")]
    [InlineData("vulnerabilities_critical", "0")]
    [InlineData("vulnerabilities_high", "0")]
    [InlineData("pentest_current", "≤ 365 d")]
    [InlineData("latency_p50", "< 100 ms")]
    [InlineData("latency_p95", "< 200 ms")]
    [InlineData("latency_p99", "< 500 ms")]
    [InlineData("request_timeout", "≤ 30000 ms")]
    [InlineData("memory", "< 512 MB")]
    [InlineData("cpu", "< 80 %")]
    [InlineData("database_simple", "< 10 ms")]
    [InlineData("database_complex", "< 100 ms")]
    [InlineData("database_transaction", "< 50 ms")]
    [InlineData("web_load", "< 3000 ms")]
    [InlineData("web_interactive", "< 5000 ms")]
    [InlineData("web_lcp", "< 2500 ms")]
    [InlineData("web_cls", "< 0.1 points")]
    [InlineData("tests_pass_rate", "≥ 95 %")]
    [InlineData("acceptance_validated", "100 %")]
    [InlineData("checklists", "≥ 5")]
    [InlineData("quality_score", "≥ 85 %")]
    public void The_figures_are_those_of_the_written_standard(string id, string bound) =>
        Assert.Equal(bound, Production.Criteria.Single(criterion => criterion.Id == id).Requirement.ToString());

    [Fact]
    public void The_targets_are_those_of_the_written_standard()
    {
        var targets = Production.Targets;
        Assert.Equal(["5 % 900000 ms", "25 % 1800000 ms", "100 % 3600000 ms"], targets.Deployment.Canary.Select(phase => $"{phase.Traffic} {phase.For}"));
        Assert.Equal(["error_rate 1 % 300000 ms", "latency_p95 500 ms 600000 ms", "external_error_rate 50 % 120000 ms"],
            targets.Alerts.Select(alert => $"{alert.Signal} {alert.Above} {alert.For}"));
        Assert.Equal(("< 0.5 %", "< 200 ms"), (targets.Deployment.Success["error_rate"].ToString(), targets.Deployment.Success["latency_p95"].ToString()));
        Assert.Equal(("2 %", "500 ms", "10 %"), (targets.Deployment.Rollback["error_rate"].ToString(),
            targets.Deployment.Rollback["latency_p95"].ToString(), targets.Deployment.Rollback["business_metric_drop"].ToString()));
        Assert.Equal(11, targets.Performance.Count);
        Assert.Equal(5, targets.Resources.Count);
    }

    [Fact]
    public void Fifteen_files_are_moderate_and_sixteen_comprehensive() =>
        Assert.Equal((5, 16), (Production.Routing.StandardFrom, Production.Routing.EnterpriseFrom));

    [Fact]
    public void The_lightweight_profile_judges_secrets_tests_changed_lines_types_lint_and_that_the_rules_hold() =>
        Assert.Equal(
            [
                "build_errors", "coverage_changed_lines", "evidence_taken", "lint_clean", "rules_kept", "secrets", "sources_untouched",
                "test_runs_complete", "tests_pass", "tests_run", "types_clean",
            ],
            Production.Criteria.Where(criterion => criterion.Profile == Profile.Lightweight).Select(criterion => criterion.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_fact_that_Assay_knows_is_demanded_by_some_criterion() =>
        Assert.Empty(FactCatalog.All.Select(fact => fact.Name).Except(Production.Criteria.Select(criterion => criterion.Fact)));

    [Fact]
    public void What_is_due_only_at_deployment_is_due_in_enterprise_because_deployments_always_are() =>
        Assert.All(Production.Criteria.Where(criterion => criterion.Phase == Phase.Deployment), criterion => Assert.Equal(Profile.Enterprise, criterion.Profile));

    [Fact]
    public void Figures_under_load_are_bound_to_the_release() =>
        Assert.All(Production.Gates.Single(gate => gate.Id == "performance_slas").Criteria.Where(criterion => criterion.Phase == Phase.Deployment),
            criterion => Assert.Equal(BindingKind.Release, criterion.Binds.Kind));

    [Theory]
    [InlineData("package.json")]
    [InlineData("src/app/package-lock.json")]
    [InlineData("src/A/A.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("src/A/packages.lock.json")]
    [InlineData(".github/workflows/build.yml")]
    [InlineData("assay.yaml")]
    [InlineData("services/pay/assay.yaml")]
    [InlineData("standards/production.yaml")]
    [InlineData(".editorconfig")]
    [InlineData("web/tsconfig.build.json")]
    [InlineData("eslint.config.js")]
    [InlineData("test.runsettings")]
    [InlineData("tools/release.sh")]
    [InlineData("scripts/deploy.py")]
    [InlineData("src/Auth/Policy.cs")]
    [InlineData("src/PasswordHasher.cs")]
    public void Sensitive_paths_raise_the_profile(string path) =>
        Assert.Contains(Production.Routing.Sensitive, glob => Core.Globs.Glob.IsMatch(glob, path));

    [Theory]
    [InlineData("src/Payments/Transfer.cs")]
    [InlineData("README.md")]
    [InlineData("tests/TransferTests.cs")]
    [InlineData("src/Tokenizer/Lexer.cs")]
    public void Ordinary_paths_do_not(string path) =>
        Assert.DoesNotContain(Production.Routing.Sensitive, glob => Core.Globs.Glob.IsMatch(glob, path));

    [Fact]
    public void Every_criterion_says_why_and_what_to_do_next_in_sentences() =>
        Assert.All(Production.Criteria, criterion =>
        {
            Assert.EndsWith(".", criterion.Why, StringComparison.Ordinal);
            Assert.EndsWith(".", criterion.Remedy, StringComparison.Ordinal);
            Assert.InRange(criterion.Remedy.Length, 20, 200);
        });
}
