using System.Text.Json;
using System.Xml.Linq;
using Assay.EndToEnd.Support;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Ci;

/// <summary>The script lines of the GitLab template, run as its runner does, on a clean clone of a merge request.</summary>
public sealed class GitLabTemplateTests
{
    private static readonly YamlNode Template = Script.Yaml("integrations/gitlab/assay.gitlab-ci.yml")["assay"];

    /// <summary>Catches a template whose job is green where the verdict is not, or that leaves reports that GitLab does not find.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Its_exit_code_is_the_verdict_and_its_reports_are_where_it_names_them(bool broken, int exit)
    {
        using var project = JudgedProject.Create(broken);
        var run = Run(project, new() { ["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = project.Git("merge-base", "HEAD", "origin/main").Trim() });
        Assert.True(run.ExitCode == exit, run.ToString());

        var reports = Template["artifacts"]["reports"];
        var issues = JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Root, reports["codequality"].ToString()))).RootElement.EnumerateArray().ToList();
        Assert.Equal(broken, issues.Any(issue => issue.GetProperty("severity").GetString() == "blocker" && issue.GetProperty("check_name").GetString() == "tests_pass"));
        var cases = XDocument.Load(Path.Combine(project.Root, reports["junit"].ToString())).Descendants("testcase");
        Assert.Equal(broken, cases.Single(one => one.Attribute("name")!.Value == "tests_pass").Element("failure") is not null);
        Assert.Equal("change", JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Root, "assay-reports/verdict.json"))).RootElement.GetProperty("judged").GetString());
    }

    /// <summary>Catches arguments that never arrive, and a base of one's own that contradicts the template's.</summary>
    [Fact]
    public void Further_arguments_and_a_base_of_ones_own_arrive()
    {
        using var project = JudgedProject.Create();
        var run = Run(project, new() { ["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "0000000000000000000000000000000000000000", ["ASSAY_ARGS"] = "--no-collect --base origin/main" });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("vs origin/main", run.Out);
    }

    /// <summary>Catches a job that is green where Assay could not judge, or is not there.</summary>
    [Theory]
    [InlineData("ASSAY_PATH", "no/such/folder", 2)]
    [InlineData("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0000000000000000000000000000000000000000", 2)]
    [InlineData("ASSAY", "/there/is/no/assay", 127)]
    public void Without_a_verdict_the_job_fails(string name, string value, int exit)
    {
        using var project = JudgedProject.Create();
        Assert.Equal(exit, Run(project, new() { [name] = value }).ExitCode);
    }

    private static AssayRun Run(JudgedProject project, Dictionary<string, string> variables)
    {
        var all = ((YamlMappingNode)Template["variables"]).ToDictionary(variable => variable.Key.ToString(), variable => variable.Value.ToString());
        all["ASSAY"] = AssayProcess.Executable;
        all["CI_COMMIT_REF_SLUG"] = "feature";
        foreach (var (name, value) in variables) all[name] = value;
        // GitLab's runner joins the lines into one script, and stops at the first that fails.
        return Script.Bash($"set -eo pipefail\n{string.Join('\n', ((YamlSequenceNode)Template["script"]).Select(line => line.ToString()))}\n", project.Root, all);
    }
}
