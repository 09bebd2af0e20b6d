using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Support;

/// <summary>
/// Runs the steps of action.yml as a runner of GitHub Actions does: their expressions, their conditions, their outputs, bash with the runner's options, and its reading of workflow commands.
/// </summary>
internal sealed partial class ActionRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-e2e-runner-").FullName;
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, string> _variables;

    public ActionRun(JudgedProject project, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> variables)
    {
        var action = Script.Yaml("action.yml");
        _variables = new(variables)
        {
            ["RUNNER_TEMP"] = _folder, ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder, "summary.md"),
            ["GITHUB_ENV"] = Path.Combine(_folder, "env"), ["GITHUB_PATH"] = Path.Combine(_folder, "path"),
        };
        _values["github.action_path"] = AssayProcess.RepositoryRoot;
        _values["github.token"] = Tests.Support.FakeGitHub.Token;
        foreach (var (name, input) in (YamlMappingNode)action["inputs"])
        {
            var standard = ((YamlMappingNode)input).Children.TryGetValue("default", out var text) ? Resolved(text.ToString()) : "";
            _values[$"inputs.{name}"] = inputs.GetValueOrDefault(name.ToString(), standard);
        }
        foreach (var step in ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>()) Step(step, project.Root);
        Outputs = ((YamlMappingNode)action["outputs"]).ToDictionary(output => output.Key.ToString(), output => Resolved(output.Value["value"].ToString()));
    }

    /// <summary>What the job ends with: the exit code of the first step that failed.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Everything that was printed.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The workflow commands that the runner would carry out.</summary>
    public List<string> Commands { get; } = [];

    public Dictionary<string, string> Outputs { get; }

    public string Summary => File.Exists(_variables["GITHUB_STEP_SUMMARY"]) ? File.ReadAllText(_variables["GITHUB_STEP_SUMMARY"]) : "";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Step(YamlMappingNode step, string folder)
    {
        var condition = step.Children.TryGetValue("if", out var given) ? given.ToString() : "success()";
        if (condition == "always()" ? false : ExitCode != 0 || !Holds(condition)) return;
        var variables = new Dictionary<string, string>(_variables) { ["GITHUB_OUTPUT"] = Path.Combine(_folder, Guid.NewGuid().ToString("n")) };
        foreach (var (name, value) in (YamlMappingNode)step["env"]) variables[name.ToString()] = Resolved(value.ToString());
        Assert.Equal("bash", step["shell"].ToString());
        var run = Script.Bash(step["run"].ToString(), folder, variables, "--noprofile", "--norc", "-e", "-o", "pipefail");
        Log += run.ToString();
        ReadCommands(run.Out);
        if (run.ExitCode != 0 && ExitCode == 0) ExitCode = run.ExitCode;
        if (!step.Children.TryGetValue("id", out var id) || !File.Exists(variables["GITHUB_OUTPUT"])) return;
        foreach (var line in File.ReadAllLines(variables["GITHUB_OUTPUT"]))
            if (line.Split('=', 2) is [var name, var value]) _values[$"steps.{id}.outputs.{name}"] = value;
    }

    /// <summary>After stop-commands nothing is a command until its token comes back.</summary>
    private void ReadCommands(string output)
    {
        string? stopped = null;
        foreach (var line in output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("::", StringComparison.Ordinal)))
        {
            if (stopped is not null) stopped = line == $"::{stopped}::" ? null : stopped;
            else if (line.StartsWith("::stop-commands::", StringComparison.Ordinal)) stopped = line["::stop-commands::".Length..];
            else Commands.Add(line);
        }
        Assert.Null(stopped);
    }

    /// <summary>The few forms of conditions that the action uses.</summary>
    private bool Holds(string condition) => condition == "success()" || condition.Split(" && ").All(part => Comparison().Match(part) is { Success: true } match
        ? (_values.GetValueOrDefault(match.Groups[1].Value, "") == match.Groups[3].Value) == (match.Groups[2].Value == "==")
        : throw new InvalidOperationException($"unknown condition: {part}"));

    private string Resolved(string text) => Expression().Replace(text, match => _values.GetValueOrDefault(match.Groups[1].Value, ""));

    [GeneratedRegex(@"\$\{\{ ([a-z0-9_.-]+) \}\}")]
    private static partial Regex Expression();

    [GeneratedRegex("^([a-z0-9_.-]+) (==|!=) '([^']*)'$")]
    private static partial Regex Comparison();
}
