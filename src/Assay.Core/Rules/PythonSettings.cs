using System.Text;
using Assay.Core.Changes;

namespace Assay.Core.Rules;

/// <summary>The parts of a pyproject.toml that are rules: the settings of tools. What the project is and depends on is none.</summary>
internal static class PythonSettings
{
    private static readonly string[] Tools = ["pytest", "coverage", "mypy", "pyright", "ruff", "flake8", "pylint", "bandit", "tox", "nox", "interrogate", "pydocstyle"];

    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase)
    {
        foreach (var file in change.Files.Where(file => file.Path == "pyproject.toml" || file.Path.EndsWith("/pyproject.toml", StringComparison.Ordinal)))
        {
            var before = Settings(atBase?.Read(file.OldPath ?? file.Path));
            var after = Settings(head.Read(file.Path));
            foreach (var tool in Tools.Append(Whole).Where(tool => before.GetValueOrDefault(tool, "") != after.GetValueOrDefault(tool, "")))
                yield return new Weakening(WeakeningSource.Rule, $"edits [{(tool == Whole ? tool : "tool." + tool)}] of pyproject.toml; whether that loosens it cannot be told", new Location(file.Path));
        }
    }

    /// <summary>What no single tool can be told from: the table of all tools written as one value, or a key with escapes.</summary>
    private const string Whole = "tool";

    /// <summary>The lines of each tool's settings, however its keys are dotted.</summary>
    private static Dictionary<string, string> Settings(byte[]? toml)
    {
        var settings = new Dictionary<string, string>();
        if (toml is null) return settings;
        string[] table = [];
        string? tool = null;
        var open = new TomlOpen();
        foreach (var line in Encoding.UTF8.GetString(toml).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()))
        {
            // A line within a text or list of several lines belongs to the key above, whatever it looks like.
            if (!open.IsOpen && line.Length > 0 && !line.StartsWith('#'))
            {
                if (line.StartsWith('['))
                {
                    table = Key(line.TrimStart('[').Split(']')[0]);
                    tool = Tool(table);
                }
                else tool = Tool([.. table, .. Key(line.Split('=')[0])]);
            }
            open.Read(line);
            if (tool is not null && line.Length > 0 && !line.StartsWith('#')) settings[tool] = settings.GetValueOrDefault(tool, "") + line + "\n";
        }
        return settings;
    }

    private static string[] Key(string text) => [.. text.Split('.', StringSplitOptions.TrimEntries).Select(part => part.Trim('"', '\''))];

    private static string? Tool(string[] key) => key switch
    {
        _ when key.Any(part => part.Contains('\\', StringComparison.Ordinal)) => Whole,
        ["tool"] => Whole,
        ["tool", var tool, ..] when Tools.Contains(tool) => tool,
        _ => null,
    };
}
