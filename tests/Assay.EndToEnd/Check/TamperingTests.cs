using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>Ways in which a change to the sample tries to get through. Each is blocked, and says by what.</summary>
public sealed class TamperingTests
{
    [Fact]
    public void Untested_code_a_broken_test_a_warning_and_a_hidden_method_are_each_found()
    {
        using var repository = Branch();
        repository.Write("src/Payments/Transfers/Fees.cs", """
            namespace Payments.Transfers;

            internal static class Fees
            {
                public static int Of(int amount)
                {
                    int unused = 3;
                    return amount / 100;
                }

                [System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                public static int Hidden(int amount)
                {
                    return amount / 50;
                }
            }
            """);
        repository.Write("tests/Payments.UnitTests/BrokenTests.cs", """
            namespace Payments.UnitTests;

            public sealed class BrokenTests
            {
                [Xunit.Fact]
                public void IsBroken() => Xunit.Assert.Equal(1, 2);
            }
            """);
        var run = Check(repository, collect: true);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fail", run.Status("tests_pass"));
        Assert.Equal("fail", run.Status("coverage_changed_lines"));
        Assert.Contains(run.Finding("coverage_changed_lines").GetProperty("locations").EnumerateArray(), place =>
            place.GetProperty("file").GetString() == "src/Payments/Transfers/Fees.cs" && place.GetProperty("endLine").GetInt32() >= 13);
        Assert.Equal("fail", run.Status("coverage_critical_paths"));
        Assert.Equal("fail", run.Status("build_warnings"));
        Assert.Equal("fail", run.Status("rules_kept"));
        Assert.Contains(run.Weakened, what => what.Contains("ExcludeFromCodeCoverage", StringComparison.Ordinal));
    }

    [Fact]
    public void Lowering_a_bound_in_assay_yaml_is_blocked_and_named()
    {
        using var repository = Branch();
        File.AppendAllText(repository.FullPath("assay.yaml"), "\nbounds:\n  coverage_lines: 10 %\n");
        var run = Check(repository);
        Assert.Equal(("fail", 1), (run.Status("rules_kept"), run.ExitCode));
        Assert.Contains("coverage_lines needs ≥ 10 % instead of ≥ 90 %", run.Weakened);
    }

    [Fact]
    public void Critical_paths_taken_out_of_assay_yaml_are_still_judged_and_named()
    {
        using var repository = Branch();
        repository.Replace("assay.yaml", "      - src/Payments/Ledger/**\n", "");
        var run = Check(repository);
        Assert.Equal("fail", run.Status("rules_kept"));
        Assert.Contains(run.Weakened, what => what.Contains("no longer calls src/Payments/Ledger/** critical", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_to_the_script_that_runs_the_tests_is_blocked()
    {
        using var repository = Repository.OfSample();
        repository.Write("scripts/test.sh", "exec dotnet test\n");
        repository.Replace("assay.yaml", "    commands:\n", "    commands:\n      test: sh scripts/test.sh\n");
        repository.Commit("a script of our own");
        repository.Git("checkout", "-q", "-b", "change");
        repository.Write("scripts/test.sh", "echo all tests passed\n");
        repository.Commit("quicker tests");
        var run = Check(repository);
        Assert.Equal(("fail", 1), (run.Status("rules_kept"), run.ExitCode));
        Assert.Contains(run.Finding("rules_kept").GetProperty("locations").EnumerateArray(), place => place.GetProperty("file").GetString() == "scripts/test.sh");
    }

    [Fact]
    public void Attributes_that_call_sources_binary_hide_nothing_and_are_blocked()
    {
        using var repository = Branch();
        repository.Write(".gitattributes", "*.cs -diff\n");
        File.AppendAllText(repository.FullPath("src/Payments/Program.cs"), "\n#pragma warning disable CS0168\n");
        repository.Commit("attributes");
        var run = Check(repository);
        Assert.Equal(("fail", 1), (run.Status("rules_kept"), run.ExitCode));
        Assert.Contains(run.Weakened, what => what.Contains("pragma warning disable", StringComparison.Ordinal));
        Assert.Contains(run.Weakened, what => what.Contains("git attributes", StringComparison.Ordinal));
    }

    private static Repository Branch()
    {
        var repository = Repository.OfSample();
        repository.Git("checkout", "-q", "-b", "change");
        return repository;
    }

    private static AssayRun Check(Repository repository, bool collect = false) => collect
        ? repository.Assay("check", "--profile", "enterprise", "--format", "json")
        : repository.Assay("check", "--profile", "enterprise", "--format", "json", "--no-collect");
}
