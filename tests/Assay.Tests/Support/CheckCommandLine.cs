using System.Text.Json.Nodes;
using Assay.Cli;
using Assay.Cli.Commands;

namespace Assay.Tests.Support;

/// <summary>What <c>assay check</c> left: its exit code, the verdict as JSON and as text, and what it said on stderr.</summary>
internal sealed record Checked(int Exit, JsonNode? Json, string Text, string Error)
{
    public string FirstLine => Text.Split('\n')[0];

    public IEnumerable<string> Weakened => Json!["weakened"]!.AsArray().Select(weakening => $"{weakening!["source"]} {weakening["what"]}");
}

/// <summary>The command as a user types it, without collecting, at a time that the test sets.</summary>
internal static class CheckCommandLine
{
    public static Task<Checked> RunAsync(string root, DateTimeOffset now, params string[] arguments) => RunAsync(root, now, null, arguments);

    /// <param name="cache">Where fetched standards are kept; null for a folder of this run.</param>
    public static async Task<Checked> RunAsync(string root, DateTimeOffset now, string? cache, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("assay-check-");
        try
        {
            var (json, text) = (Path.Combine(folder.FullName, "verdict.json"), Path.Combine(folder.FullName, "verdict.txt"));
            await using var error = new StringWriter();
            var exit = await AssayCommand.RunAsync(["check", root, "--no-collect", "--format", "json", "--output", json, "--format", "text", "--output", text, .. arguments],
                new Surroundings(TextWriter.Null, error, new SetClock(now)) { Cache = cache ?? Path.Combine(folder.FullName, "cache") });
            return new Checked(exit, File.Exists(json) ? JsonNode.Parse(await File.ReadAllTextAsync(json)) : null, File.Exists(text) ? await File.ReadAllTextAsync(text) : "", error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
