using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;

namespace Assay.Toolchains.Analysis.Scripts;

/// <summary>What <c>analyse.mjs</c> wrote.</summary>
/// <param name="Failed">Files that it could not read as a program, each with the reason.</param>
internal sealed record ScriptReport(int Files, ImmutableArray<ToolFinding> Findings, ImmutableArray<string> Failed)
{
    /// <summary>Null where there is no such report.</summary>
    internal static ScriptReport? Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using JsonDocument report = JsonDocument.Parse(file);
            JsonElement root = report.RootElement;
            return new ScriptReport(root.GetProperty("files").GetInt32(), [.. root.GetProperty("results").EnumerateArray().Select(Finding)],
                [.. root.GetProperty("failed").EnumerateArray().Select(each => $"{Text(each, "file")}:{each.GetProperty("line").GetInt32()}: {Text(each, "message")}")]);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ToolFinding Finding(JsonElement result)
    {
        string rule = Text(result, "rule");
        return new ToolFinding(FindingCategory.Analysis, AnalysisTools.Script, rule, Severity.Warning, Text(result, "message"),
            Text(result, "file"), result.GetProperty("line").GetInt32(), result.GetProperty("endLine").GetInt32(), SecurityRules.Of(rule) ?? SecurityRules.High);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
