using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Observations;

namespace Assay.Toolchains.Secrets;

/// <summary>What gitleaks found, by the files' own names. Its messages and snippets are left behind: they may quote the secret.</summary>
internal static class GitleaksReport
{
    private const long MostBytes = 256L << 20;

    /// <summary>Each finding once, though every file is scanned twice; null where the report cannot be read or names a file that was not given.</summary>
    internal static ImmutableArray<ToolFinding>? Read(string path, GitleaksCopy copy)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                return null;
            }

            using FileStream file = File.OpenRead(path);
            using JsonDocument report = JsonDocument.Parse(file);
            var findings = report.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray())
                .Select(result => Finding(result, copy)).ToList();
            return findings.Contains(null) ? null
                : [.. findings.OfType<ToolFinding>().Distinct().OrderBy(found => found.File, StringComparer.Ordinal).ThenBy(found => found.Line).ThenBy(found => found.Rule, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static ToolFinding? Finding(JsonElement result, GitleaksCopy copy)
    {
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        string? file = copy.Original(place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "");
        // A rule about the name alone gives no line.
        int line = place.TryGetProperty("region", out JsonElement region) && region.TryGetProperty("startLine", out JsonElement start) ? start.GetInt32() : 0;
        string rule = result.GetProperty("ruleId").GetString() ?? "";
        return file is null ? null : new ToolFinding(FindingCategory.Secret, GitleaksScan.Program, rule, Severity.Error, $"a secret: {rule}", file, line > 0 ? line : null);
    }
}
