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
            foreach (var tool in Tools.Where(tool => before.GetValueOrDefault(tool, "") != after.GetValueOrDefault(tool, "")))
                yield return new Weakening(WeakeningSource.Rule, $"edits [tool.{tool}] of pyproject.toml; whether that loosens it cannot be told", new Location(file.Path));
        }
    }

    /// <summary>The lines of each tool's tables, dotted keys included.</summary>
    private static Dictionary<string, string> Settings(byte[]? toml)
    {
        var settings = new Dictionary<string, string>();
        if (toml is null) return settings;
        string? tool = null;
        var top = true;
        foreach (var line in Encoding.UTF8.GetString(toml).Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                tool = Tool(line.Trim('[', ']', ' '));
                top = false;
            }
            var of = tool ?? (top && line.StartsWith("tool", StringComparison.Ordinal) ? Tool(line.Split('=')[0].Trim()) : null);
            if (of is not null && line.Length > 0 && !line.StartsWith('#')) settings[of] = settings.GetValueOrDefault(of, "") + line + "\n";
        }
        return settings;
    }

    private static string? Tool(string key)
    {
        var parts = key.Split('.', StringSplitOptions.TrimEntries).Select(part => part.Trim('"', '\'')).ToArray();
        return parts is ["tool", var tool, ..] && Tools.Contains(tool) ? tool : null;
    }
}
