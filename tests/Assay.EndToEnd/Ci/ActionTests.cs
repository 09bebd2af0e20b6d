using System.Text.Json;
using Assay.EndToEnd.Support;
using Assay.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Ci;

/// <summary>The steps of action.yml, run by bash with the real executable on a clean clone, against a server that speaks as GitHub does.</summary>
public sealed class ActionTests
{
    private static readonly Dictionary<string, string> Executable = new() { ["executable"] = AssayProcess.Executable };

    /// <summary>Catches a good pull request that is not shown as one.</summary>
    [Fact]
    public void A_good_change_passes_is_published_and_summed_up()
    {
        using var job = new Job();
        using var run = job.Run(Executable);
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Equal(("pass", "0"), (run.Outputs["verdict"], run.Outputs["exit-code"]));
        Assert.Equal(["assay / adder", "assay"], job.GitHub.CheckNames);
        Assert.All(job.GitHub.CheckRuns, check => Assert.Equal(("success", job.Project.Head), ((string)check["conclusion"]!, (string)check["head_sha"]!)));
        Assert.Contains("## PASS", Assert.Single(job.GitHub.Comments).Body);
        Assert.StartsWith("## PASS", run.Summary);
        Assert.All((string[])["json", "markdown", "sarif", "junit"], name => Assert.True(new FileInfo(run.Outputs[name]).Length > 0));
        Assert.DoesNotContain(FakeGitHub.Token, run.Log);
    }

    /// <summary>Catches a blocked change that turns green in any of the places where it is shown.</summary>
    [Fact]
    public void A_broken_change_ends_red_everywhere()
    {
        using var job = new Job(broken: true);
        using var run = job.Run(Executable);
        Assert.True(run.ExitCode == 1, run.Log);
        Assert.Equal("blocked", run.Outputs["verdict"]);
        Assert.All(job.GitHub.CheckRuns, check => Assert.Equal("failure", (string)check["conclusion"]!));
        Assert.Contains("tests\\_pass", Assert.Single(job.GitHub.Comments).Body);
        Assert.Contains(run.Commands, command => command.StartsWith("::error ", StringComparison.Ordinal) && command.Contains("tests_pass", StringComparison.Ordinal));
    }

    /// <summary>Catches a tool that speaks to the runner: by what it prints, or by writing to the runner's files.</summary>
    [Fact]
    public void What_runs_during_the_check_gives_the_runner_no_command_and_no_output()
    {
        using var job = new Job(broken: true);
        var loud = Path.Combine(job.Project.Root, ".git", "loud");
        File.WriteAllText(loud, $"""
            #!/bin/sh
            if [ "$1" = check ]; then
              echo '::set-output name=exit-code::0'
              echo '::error title=forged::by a test' >&2
              echo '  ::stop-commands::x'
              for file in "$GITHUB_OUTPUT" "$GITHUB_ENV" "$GITHUB_PATH" "$GITHUB_STEP_SUMMARY"; do [ -z "$file" ] || echo exit-code=0 >>"$file"; done
            fi
            exec {AssayProcess.Executable} "$@"

            """);
        Assert.Equal(0, Shell.Run("chmod", "+x", loud));
        using var run = job.Run(new() { ["executable"] = loud, ["args"] = "--verbose\n\n--profile=lightweight" });
        Assert.Contains("::set-output name=exit-code::0", run.Log);
        Assert.DoesNotContain(run.Commands, command => command.Contains("set-output", StringComparison.Ordinal) || command.Contains("forged", StringComparison.Ordinal));
        Assert.DoesNotContain("exit-code=0", run.Summary);
        Assert.Equal(1, run.ExitCode);
    }

    /// <summary>Catches a blocked verdict that a failed publication hides, and a pass that nobody was shown.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void A_failed_publication_turns_nothing_green_and_loses_no_verdict(bool broken, int exit)
    {
        using var job = new Job(broken);
        job.GitHub.Fault = (_, _) => new(403, """{"message":"Resource not accessible by integration"}""");
        using var run = job.Run(Executable);
        Assert.Equal(exit, run.ExitCode);
        Assert.Contains("ASY1905", run.Log);
        Assert.Contains("checks: write", run.Log);
        Assert.StartsWith(broken ? "## BLOCKED" : "## PASS", run.Summary);
    }

    /// <summary>Catches the pull request of a fork that fails for want of rights that no fork has, or passes for it.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void From_a_fork_the_exit_code_is_the_verdict(bool broken, int exit)
    {
        using var job = new Job(broken, from: "somebody/payments");
        job.GitHub.Fault = (_, _) => new(403, """{"message":"Resource not accessible by integration"}""");
        using var run = job.Run(Executable);
        Assert.True(run.ExitCode == exit, run.Log);
        Assert.Contains("comes from a fork", run.Log);
    }

    /// <summary>Catches the checkout that GitHub makes by default, whose merge commit is not the one that the checks are put on.</summary>
    [Fact]
    public void A_verdict_of_another_commit_than_the_pull_requests_is_not_published()
    {
        using var job = new Job();
        job.Event(new string('a', 40));
        using var run = job.Run(Executable);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ASY1903", run.Log);
        Assert.Empty(job.GitHub.CheckRuns);
    }

    /// <summary>Catches a check that could not run, or an executable that is not there, that counts as no finding.</summary>
    [Theory]
    [InlineData("executable", "/there/is/no/assay")]
    [InlineData("path", "no/such/folder")]
    [InlineData("args", "--no-such-option")]
    [InlineData("args", "--base=no-such-branch")]
    public void Without_a_verdict_the_job_fails_and_says_so(string input, string value)
    {
        using var job = new Job();
        using var run = job.Run(new(Executable) { [input] = value });
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("", run.Outputs["verdict"]);
        Assert.Contains("gave no verdict", run.Summary);
        Assert.Empty(job.GitHub.Requests);
    }

    /// <summary>Catches publishing that nobody asked for.</summary>
    [Fact]
    public void Publishing_can_be_left_out()
    {
        using var job = new Job();
        using var run = job.Run(new(Executable) { ["publish"] = "false" });
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(job.GitHub.Requests);
    }

    /// <summary>Catches inputs put into a script, where a branch's or folder's name would be run as code.</summary>
    [Fact]
    public void No_script_of_the_action_has_an_expression_in_it() =>
        Assert.All(((YamlSequenceNode)Script.Yaml("action.yml")["runs"]["steps"]).Cast<YamlMappingNode>(), step => Assert.DoesNotContain("${{", step["run"].ToString()));

    /// <summary>A pull request with its event.</summary>
    private sealed class Job : IDisposable
    {
        private readonly string _event = Path.GetTempFileName();
        private readonly string _from;

        public Job(bool broken = false, string from = FakeGitHub.Repository)
        {
            Project = JudgedProject.Create(broken);
            GitHub = new FakeGitHub(Project.Head);
            _from = from;
            Event(Project.Head);
        }

        public JudgedProject Project { get; }

        public FakeGitHub GitHub { get; }

        public void Event(string head) => File.WriteAllText(_event, JsonSerializer.Serialize(new
        {
            pull_request = new { number = FakeGitHub.PullRequest, head = new { sha = head, repo = new { full_name = _from } } },
        }));

        public ActionRun Run(Dictionary<string, string> inputs) => new(Project, inputs, new Dictionary<string, string>
        {
            ["GITHUB_API_URL"] = GitHub.Address, ["GITHUB_REPOSITORY"] = FakeGitHub.Repository, ["GITHUB_EVENT_NAME"] = "pull_request", ["GITHUB_EVENT_PATH"] = _event,
            ["GITHUB_SHA"] = new string('b', 40), ["GITHUB_BASE_REF"] = "main", ["GITHUB_SERVER_URL"] = "https://github.example", ["GITHUB_RUN_ID"] = "7",
        });

        public void Dispose()
        {
            File.Delete(_event);
            GitHub.Dispose();
            Project.Dispose();
        }
    }
}
