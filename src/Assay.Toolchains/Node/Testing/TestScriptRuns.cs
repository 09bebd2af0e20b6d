using System.Collections.Immutable;

namespace Assay.Toolchains.Node.Testing;

/// <summary>Follows a package script into the scripts that it calls, and collects the runs of tests and the builds before them.</summary>
internal sealed class TestScriptRuns(NodeManifest manifest)
{
    private static readonly ImmutableArray<string> Callers =
        ["npm", "pnpm", "yarn", "bun", "run-s", "run-p", "run-z", "npm-run-all", "npm-run-all2", "concurrently", "wireit", "node"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<TestScript> runs = [];
    private readonly List<string> before = [];

    internal ImmutableArray<TestScript> Of(string name)
    {
        Script(name);
        return [.. runs];
    }

    private void Script(string name)
    {
        if (!seen.Add(name) || !manifest.Scripts.TryGetValue(name, out string? text))
        {
            return;
        }

        int builds = before.Count;
        int found = runs.Count;
        Text(manifest.Scripts.GetValueOrDefault("pre" + name, ""));
        Text(text);
        Text(manifest.Scripts.GetValueOrDefault("post" + name, ""));
        if (runs.Count == found && before.Count > builds)
        {
            before.RemoveRange(builds, before.Count - builds); // a script without tests, such as a linter's, builds nothing for them
        }
    }

    private void Text(string text)
    {
        foreach (var command in ShellWords.Commands(text))
        {
            if (TestScript.Find(command.Words) is var (runner, arguments, variables))
            {
                runs.Add(new TestScript(runner, arguments, variables, [.. before], text));
                before.Clear();
            }
            else if (TestScript.IsBuild(command))
            {
                before.Add(command.Text);
            }
            else if (command.Words.Any(word => Callers.Contains(TreePaths.Name(word))))
            {
                foreach (string word in command.Words)
                {
                    Called(word.StartsWith("npm:", StringComparison.Ordinal) ? word["npm:".Length..] : word);
                }
            }
        }
    }

    /// <summary>A word may name a script, several by a pattern (<c>test:*</c>), or be a command of its own (<c>concurrently "npm run a"</c>).</summary>
    private void Called(string word)
    {
        if (word.Contains(' '))
        {
            Text(word);
        }
        else if (word.IndexOf('*', StringComparison.Ordinal) is > 0 and var star)
        {
            manifest.Scripts.Keys.Where(name => name.StartsWith(word[..star], StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList().ForEach(Script);
        }
        else
        {
            Script(word == "t" ? "test" : word);
        }
    }
}
