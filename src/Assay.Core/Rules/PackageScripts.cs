using System.Text;
using System.Text.Json;
using Assay.Core.Changes;

namespace Assay.Core.Rules;

/// <summary>The parts of a package.json that are rules: its scripts and the settings of test runners, coverage and linters.</summary>
internal static class PackageScripts
{
    private static readonly string[] Keys =
        ["scripts", "jest", "c8", "nyc", "mocha", "ava", "vitest", "eslintConfig", "eslintIgnore", "prettier", "babel", "workspaces", "type", "imports", "xo", "tap", "config", "pnpm"];

    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase)
    {
        foreach (var file in change.Files.Where(file => file.Path == "package.json" || file.Path.EndsWith("/package.json", StringComparison.Ordinal)))
        {
            var before = Parts(atBase?.Read(file.OldPath ?? file.Path));
            var after = Parts(head.Read(file.Path));
            foreach (var key in Keys.Append(Unreadable))
            {
                string? old = before[key].LastOrDefault(), now = after[key].LastOrDefault();
                if (old is not null ? old != now : now is not null && key is not ("scripts" or "type" or "imports" or "workspaces"))
                    yield return Weakening(key == Unreadable ? "edits a package.json that is no JSON" : $"edits \"{key}\" of package.json", file.Path);
                if (after[key].Count() > Math.Max(1, before[key].Count())) yield return Weakening($"writes \"{key}\" more than once in package.json, the last of which holds", file.Path);
            }
        }
    }

    private const string Unreadable = "";

    private static Weakening Weakening(string what, string path) => new(WeakeningSource.Rule, $"{what}; whether that loosens it cannot be told", new Location(path));

    /// <summary>The values of each key in their order: of several, Node takes the last. The whole text, where it is no JSON.</summary>
    private static ILookup<string, string> Parts(byte[]? json)
    {
        var text = json is null ? "{}" : Encoding.UTF8.GetString(json).TrimStart('\uFEFF');
        List<(string Key, string Value)> parts = [];
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                parts.AddRange(document.RootElement.EnumerateObject().Where(property => Keys.Contains(property.Name)).Select(property => (property.Name, property.Value.GetRawText())));
        }
        catch (JsonException)
        {
            // Not JSON: its toolchain says so; as a rule it then differs from any other text.
            parts = [(Unreadable, text)];
        }
        return parts.ToLookup(part => part.Key, part => part.Value, StringComparer.Ordinal);
    }
}
