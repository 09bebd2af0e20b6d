using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;

namespace Assay.Toolchains.Analysis.Python;

/// <summary>What <c>bandit -f json</c> says. Its snippets of code are left behind.</summary>
/// <param name="Looked">How many files it counted lines of.</param>
/// <param name="Failed">Files that it could not read as a program.</param>
internal sealed record BanditReport(int Looked, ImmutableArray<ToolFinding> Findings, ImmutableArray<string> Failed)
{
    /// <summary>Null where there is no such report.</summary>
    internal static BanditReport? Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using JsonDocument report = JsonDocument.Parse(file);
            JsonElement root = report.RootElement;
            return new BanditReport(root.GetProperty("metrics").EnumerateObject().Count(each => each.Name != "_totals"),
                [.. root.GetProperty("results").EnumerateArray().Select(Finding)],
                [.. root.GetProperty("errors").EnumerateArray().Select(each => each.GetProperty("filename").GetString() ?? "")]);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ToolFinding Finding(JsonElement result)
    {
        string rule = result.GetProperty("test_id").GetString() ?? "";
        decimal severity = SecurityRules.Of(rule) ?? result.GetProperty("issue_severity").GetString() switch { "LOW" => 3.0m, "MEDIUM" => 5.0m, _ => SecurityRules.High };
        return new ToolFinding(FindingCategory.Analysis, AnalysisTools.Python, rule, Severity.Warning, result.GetProperty("issue_text").GetString() ?? rule,
            result.GetProperty("filename").GetString(), result.GetProperty("line_number").GetInt32(), null, severity);
    }
}
