using Assay.EndToEnd.Support;
using Assay.Tests.Support;

namespace Assay.EndToEnd.Ci;

/// <summary>The native executable publishes over real HTTP; its exit code is the verdict, whatever becomes of the rest.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly JudgedProject _project = JudgedProject.Create();
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-e2e-publish-").FullName;
    private readonly FakeGitHub _github;

    public PublishTests()
    {
        _github = new FakeGitHub(_project.Head);
        File.WriteAllText(Path.Combine(_folder, "event.json"), $$"""{ "pull_request": { "number": 12, "head": { "sha": "{{_project.Head}}", "repo": { "full_name": "{{FakeGitHub.Repository}}" } } } }""");
        Write("verdict");
    }

    /// <summary>Catches an exit code that says published where it should say blocked.</summary>
    [Fact]
    public void A_blocked_verdict_is_published_and_ends_with_1()
    {
        var run = Publish();
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.StartsWith($"BLOCKED  {_project.Head[..7]} · small 1.0.0 lightweight · run ", run.Out);
        Assert.Contains("check    assay: failure", run.Out);
        Assert.Contains("comment  written on pull request 12", run.Out);
        Assert.Contains("comment  updated on pull request 12", Publish().Out);
        Assert.Single(_github.Comments);
    }

    /// <summary>Catches a verdict lost, or a stack trace or token shown, where there is no network.</summary>
    [Fact]
    public void Without_network_the_verdict_is_said_and_the_code_is_2()
    {
        _github.Dispose();
        var run = Publish();
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("BLOCKED  ", run.Out);
        Assert.Contains("ASY1908", run.Error);
        Assert.DoesNotContain(FakeGitHub.Token, run.ToString());
    }

    /// <summary>Catches the summary of another run under the checks of this one.</summary>
    [Fact]
    public void The_comment_of_another_run_is_refused()
    {
        Write("other");
        File.Copy(Path.Combine(_folder, "other.md"), Path.Combine(_folder, "verdict.md"), overwrite: true);
        var run = Publish();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not of the run that wrote the verdict", run.Error);
        Assert.Empty(_github.Requests);
    }

    /// <summary>Catches arguments that are taken although they mean nothing, or would end the marker of the comment.</summary>
    [Theory]
    [InlineData("--name", "a --> b")]
    [InlineData("--to", "gitlab")]
    [InlineData("--to", "")]
    public void Arguments_that_mean_nothing_are_refused(string option, string value)
    {
        string[] arguments = ["publish", "--to", "github", "--verdict", "verdict.json"];
        arguments = option == "--to" ? ["publish", option, value, "--verdict", "verdict.json"] : [.. arguments, option, value];
        var run = AssayProcess.Run(_folder, Variables(), arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ASY1002", run.Error);
    }

    public void Dispose()
    {
        _github.Dispose();
        _project.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private AssayRun Publish() => AssayProcess.Run(_folder, Variables(), "publish", "--to", "github", "--verdict", "verdict.json", "--comment", "verdict.md");

    private void Write(string name)
    {
        var file = Path.Combine(_folder, name);
        Assert.Equal(1, _project.Assay("check", "--no-collect", "--format", "json", "--output", file + ".json", "--format", "markdown", "--output", file + ".md").ExitCode);
    }

    private Dictionary<string, string> Variables() => new()
    {
        ["GITHUB_TOKEN"] = FakeGitHub.Token, ["GITHUB_API_URL"] = _github.Address, ["GITHUB_REPOSITORY"] = FakeGitHub.Repository, ["GITHUB_EVENT_NAME"] = "pull_request",
        ["GITHUB_EVENT_PATH"] = Path.Combine(_folder, "event.json"), ["GITHUB_SHA"] = new string('b', 40),
    };
}
