using System.Text.Json;
using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Prove;

/// <summary>Changes of a small Node repository, proven as from a user's shell.</summary>
public sealed class ProveTests
{
    [Fact]
    public void A_change_whose_test_fails_without_it_is_proven_and_the_check_afterwards_says_so()
    {
        using var project = ProofProject.Proven();
        var proven = project.Assay("prove");
        Assert.True(proven.ExitCode == 0, proven.ToString());
        Assert.StartsWith("PROVEN", proven.Out, StringComparison.Ordinal);
        Assert.Empty(project.Leftovers);

        var check = project.Assay("check", "--no-collect", "--profile", "standard", "--format", "json");
        Assert.Equal(("pass", "pass"), (check.Status("red_green_proven"), check.Status("tests_weakened")));
    }

    [Fact]
    public void A_check_without_a_proof_does_not_call_the_change_proven()
    {
        using var project = ProofProject.Proven();
        Assert.Equal("missing", project.Assay("check", "--no-collect", "--profile", "standard", "--format", "json").Status("red_green_proven"));
    }

    [Fact]
    public void A_proof_says_in_json_what_its_schema_demands()
    {
        using var project = ProofProject.Proven();
        var run = project.Assay("prove", "--format", "json");
        Assert.True(run.ExitCode == 0, run.ToString());
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AssayProcess.RepositoryRoot, "schemas", "proof.schema.json")));
        var rules = schema.RootElement;
        Demands(rules, run.Json);
        Assert.Equal(rules.GetProperty("properties").GetProperty("schema").GetProperty("enum")[0].GetString(), run.Json.GetProperty("schema").GetString());
        foreach (var part in (string[])["components", "tests", "phases"])
        {
            Assert.NotEmpty(run.Json.GetProperty(part).EnumerateArray());
            Assert.All(run.Json.GetProperty(part).EnumerateArray(), item => Demands(rules.GetProperty("properties").GetProperty(part).GetProperty("items"), item));
        }
        var test = Assert.Single(run.Json.GetProperty("tests").EnumerateArray());
        Assert.Equal(("proven", "passed"), (test.GetProperty("outcome").GetString(), test.GetProperty("green").GetString()));
    }

    [Fact]
    public void A_new_test_that_passes_without_the_change_is_vacuous_and_blocks()
    {
        using var project = ProofProject.OnBranch();
        project.Repository.Replace("src/add.js", "return a + b;", "return b + a;");
        project.AddTest("add", "adds the same", "add(1, 1)", "2");
        project.Repository.Commit("adds the other way round");
        var run = project.Assay("prove");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.StartsWith("VACUOUS", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changed_there_is_nothing_to_prove()
    {
        using var project = ProofProject.OnBranch();
        project.Repository.Git("checkout", "-q", "main");
        var run = project.Assay("prove");
        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Empty(run.Out);
        Assert.Contains("no change", run.Error, StringComparison.Ordinal);
    }

    private static void Demands(JsonElement rules, JsonElement item)
    {
        var known = rules.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet();
        var present = item.EnumerateObject().Select(property => property.Name).ToHashSet();
        Assert.Superset(rules.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ToHashSet(), present);
        Assert.Subset(known, present);
    }
}
