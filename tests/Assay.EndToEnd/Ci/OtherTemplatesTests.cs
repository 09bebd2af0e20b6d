using System.Xml.Linq;
using Assay.EndToEnd.Support;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Ci;

/// <summary>The shell lines of the templates for Azure Pipelines and Jenkins, on a clean clone of a pull request.</summary>
public sealed class OtherTemplatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-e2e-agent-").FullName;

    public static TheoryData<string, bool> Templates => new(from template in (string[])["azure", "jenkins"] from broken in (bool[])[false, true] select (template, broken));

    /// <summary>Catches a template whose step is green where the verdict is not, or that leaves no report where it says.</summary>
    [Theory]
    [MemberData(nameof(Templates))]
    public void The_exit_code_is_the_verdict_and_the_criteria_are_test_results(string template, bool broken)
    {
        using var project = JudgedProject.Create(broken);
        var run = Run(template, project, AssayProcess.Executable);
        Assert.True(run.ExitCode == (broken ? 1 : 0), run.ToString());
        var cases = XDocument.Load(Path.Combine(_folder, "assay/verdict.junit.xml")).Descendants("testcase");
        Assert.Equal(broken, cases.Single(one => one.Attribute("name")!.Value == "tests_pass").Element("failure") is not null);
        Assert.Contains("vs origin/main", run.Out);
        Assert.Equal("", project.Git("status", "--porcelain"));
        if (template == "azure") Assert.Contains($"##vso[task.uploadsummary]{_folder}/assay/verdict.md\n", run.Out);
    }

    /// <summary>Catches a step that is green without a verdict, with the report of a run before lying there.</summary>
    [Theory]
    [InlineData("azure")]
    [InlineData("jenkins")]
    public void Without_a_verdict_the_step_fails_and_no_old_report_is_left(string template)
    {
        using var project = JudgedProject.Create();
        Directory.CreateDirectory(Path.Combine(_folder, "assay"));
        File.WriteAllText(Path.Combine(_folder, "assay/verdict.junit.xml"), "<testsuites/>");
        project.Git("update-ref", "-d", "refs/remotes/origin/main");
        Assert.Equal(2, Run(template, project, AssayProcess.Executable).ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "assay/verdict.junit.xml")));
    }

    /// <summary>Catches a test that ends Azure's task as succeeded by what it prints.</summary>
    [Fact]
    public void What_tools_print_is_no_command_to_azure()
    {
        using var project = JudgedProject.Create(broken: true);
        var loud = Path.Combine(_folder, "loud");
        File.WriteAllText(loud, $"#!/bin/sh\necho 'x ##VSO[task.complete result=Succeeded;]ok'\necho '##vso[task.complete result=Succeeded;]' >&2\nexec {AssayProcess.Executable} \"$@\"\n");
        Assert.Equal(0, Shell.Run("chmod", "+x", loud));
        var run = Run("azure", project, loud);
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("##vso[task.complete", run.Out + run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("task.complete", run.Out);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private AssayRun Run(string template, JudgedProject project, string executable) => template == "azure"
        ? Script.Bash(Azure(), project.Root, new Dictionary<string, string>
        {
            ["AGENT_TEMPDIRECTORY"] = _folder, ["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/main", ["ASSAY"] = executable, ["ASSAY_PATH"] = ".",
        }, "--noprofile", "--norc")
        : Script.Bash(Jenkins(), project.Root, new Dictionary<string, string>
        {
            ["WORKSPACE_TMP"] = _folder, ["CHANGE_TARGET"] = "main", ["PATH"] = $"{Path.GetDirectoryName(executable)}:{Environment.GetEnvironmentVariable("PATH")}",
        }, "-xe");

    private static string Azure() => ((YamlSequenceNode)Script.Yaml("integrations/azure/assay.azure-pipelines.yml")["steps"]).OfType<YamlMappingNode>()
        .Single(step => step.Children.ContainsKey("bash"))["bash"].ToString();

    /// <summary>What stands between the quotes of <c>sh '''…'''</c>, with Groovy's escapes taken back.</summary>
    private static string Jenkins() => File.ReadAllText(Path.Combine(AssayProcess.RepositoryRoot, "integrations/jenkins/Jenkinsfile")).Split("'''")[1].Replace(@"\\", @"\", StringComparison.Ordinal);
}
