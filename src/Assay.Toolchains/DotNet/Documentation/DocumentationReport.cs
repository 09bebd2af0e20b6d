using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Observations;

namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>What the compiler says about documentation in its own SARIF, suppressed results included: a pragma does not document anything.</summary>
/// <param name="Probed">It reported what was planted.</param>
/// <param name="Findings">With absolute paths.</param>
/// <param name="HasErrors">The sources did not compile.</param>
internal sealed record DocumentationReport(bool Probed, bool HasErrors, ImmutableArray<ToolFinding> Findings)
{
    internal const string Tool = "C# documentation";

    /// <summary>
    /// No comment (1591), not well-formed (1570), a parameter twice, unknown or missing (1571, 1572, 1573), a type parameter twice, unknown or missing (1710, 1711, 1712), an unknown paramref (1734).
    /// https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/
    /// </summary>
    private static readonly ImmutableHashSet<string> Rules = ["CS1591", "CS1570", "CS1571", "CS1572", "CS1573", "CS1710", "CS1711", "CS1712", "CS1734"];

    /// <summary>Null where there is no such report.</summary>
    internal static DocumentationReport? Read(string path)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(path));
            var results = report.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray()).ToList();
            ImmutableArray<ToolFinding> all = [.. results.Where(result => Rules.Contains(Rule(result))).Select(Finding)];
            bool IsProbe(ToolFinding finding) => Path.GetFileName(finding.File) == DocumentationProbe.FileName;
            return new DocumentationReport(DocumentationProbe.Rules.All(rule => all.Any(finding => finding.Rule == rule && IsProbe(finding))),
                results.Exists(result => result.TryGetProperty("level", out JsonElement level) && level.GetString() == "error"), [.. all.Where(finding => !IsProbe(finding))]);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or UriFormatException)
        {
            return null;
        }
    }

    private static string Rule(JsonElement result) => result.TryGetProperty("ruleId", out JsonElement id) ? id.GetString() ?? "" : "";

    private static ToolFinding Finding(JsonElement result)
    {
        var place = result.TryGetProperty("locations", out JsonElement locations) && locations.GetArrayLength() > 0 ? locations[0].GetProperty("physicalLocation") : default;
        string? uri = place.ValueKind == JsonValueKind.Object ? place.GetProperty("artifactLocation").GetProperty("uri").GetString() : null;
        int? line = place.ValueKind == JsonValueKind.Object && place.TryGetProperty("region", out JsonElement region) ? region.GetProperty("startLine").GetInt32() : null;
        return new ToolFinding(FindingCategory.Documentation, Tool, Rule(result), Severity.Warning, result.GetProperty("message").GetProperty("text").GetString() ?? "",
            uri is null ? null : Uri.TryCreate(uri, UriKind.Absolute, out Uri? full) && full.IsFile ? full.LocalPath : Uri.UnescapeDataString(uri), line);
    }
}
