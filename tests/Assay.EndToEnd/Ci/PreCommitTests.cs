using Assay.EndToEnd.Support;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Ci;

/// <summary>The hooks that pre-commit finds in this repository, run as pre-commit runs them: the entry of a script belongs to the repository of the hook, and runs where the user is.</summary>
public sealed class PreCommitTests
{
    public static TheoryData<string> Hooks => [.. ((YamlSequenceNode)Script.Yaml(".pre-commit-hooks.yaml")).Select(hook => hook["id"].ToString())];

    /// <summary>Catches a hook that lets a broken change through, stops a good one, or cannot be started.</summary>
    [Theory]
    [MemberData(nameof(Hooks))]
    public void The_entry_of_each_hook_stops_what_is_blocked_and_nothing_else(string id)
    {
        foreach (var broken in (bool[])[false, true])
        {
            using var project = JudgedProject.Create(broken);
            var run = Run(id, project);
            Assert.True(run.ExitCode == (broken ? 1 : 0), run.ToString());
            Assert.StartsWith(broken ? "BLOCKED" : "PASS", run.Out);
            Assert.Equal("", project.Git("status", "--porcelain"));
        }
    }

    /// <summary>Catches names of files that pre-commit appends and Assay would take for a folder.</summary>
    [Theory]
    [MemberData(nameof(Hooks))]
    public void No_hook_is_given_file_names_and_each_runs_whatever_changed(string id)
    {
        var hook = Hook(id);
        Assert.Equal(("false", "true", "true"), (hook["pass_filenames"].ToString(), hook["always_run"].ToString(), hook["require_serial"].ToString()));
    }

    private static AssayRun Run(string id, JudgedProject project)
    {
        var hook = Hook(id);
        string[] entry = hook["entry"].ToString().Split(' ');
        var path = Path.GetDirectoryName(AssayProcess.Executable)! + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return hook["language"].ToString() switch
        {
            "script" => Script.Run(Path.Combine(AssayProcess.RepositoryRoot, entry[0]), project.Root, new Dictionary<string, string>(), entry[1..]),
            "system" => Script.Run("/usr/bin/env", project.Root, new Dictionary<string, string>(), [$"PATH={path}", .. entry]),
            var other => throw new InvalidOperationException(other),
        };
    }

    private static YamlNode Hook(string id) => ((YamlSequenceNode)Script.Yaml(".pre-commit-hooks.yaml")).Single(hook => hook["id"].ToString() == id);
}
