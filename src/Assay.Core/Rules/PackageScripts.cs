using System.Text.Json;
using Assay.Core.Changes;

namespace Assay.Core.Rules;

/// <summary>The parts of a package.json that are rules: its scripts and the settings of test runners, coverage and linters.</summary>
internal static class PackageScripts
{
    private static readonly string[] Keys =
        ["scripts", "jest", "c8", "nyc", "mocha", "ava", "vitest", "eslintConfig", "eslintIgnore", "prettier", "babel", "workspaces", "type", "imports"];

    public static IEnumerable<Weakening> In(Change change, IFileTree head, IFileTree? atBase)
    {
        foreach (var file in change.Files.Where(file => file.Path == "package.json" || file.Path.EndsWith("/package.json", StringComparison.Ordinal)))
        {
            var before = Parts(atBase?.Read(file.OldPath ?? file.Path));
            var after = Parts(head.Read(file.Path));
            foreach (var key in Keys.Where(key => before.GetValueOrDefault(key) is { } old && old != after.GetValueOrDefault(key)
                || (!before.ContainsKey(key) && after.ContainsKey(key) && key is not ("scripts" or "type" or "imports" or "workspaces"))))
                yield return new Weakening(WeakeningSource.Rule, $"edits \"{key}\" of package.json; whether that loosens it cannot be told", new Location(file.Path));
        }
    }

    private static Dictionary<string, string> Parts(byte[]? json)
    {
        if (json is null) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? [] : document.RootElement.EnumerateObject()
                .Where(property => Keys.Contains(property.Name)).DistinctBy(property => property.Name)
                .ToDictionary(property => property.Name, property => property.Value.GetRawText());
        }
        catch (JsonException)
        {
            // Not JSON: its toolchain says so; as a rule it then differs from any that is.
            return new Dictionary<string, string> { ["scripts"] = "unreadable" };
        }
    }
}
