using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;

namespace Assay.Toolchains.Analysis.DotNet;

/// <summary>What the security analyzers say in a compiler's SARIF, suppressed results included.</summary>
internal static class RoslynReport
{
    /// <summary>Null where the report cannot be read.</summary>
    internal static ImmutableArray<ToolFinding>? Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using JsonDocument report = JsonDocument.Parse(file);
            return [.. report.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray())
                .Where(result => RoslynRules.IsRoslyn(result.GetProperty("ruleId").GetString() ?? "")).Select(Finding)];
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ToolFinding Finding(JsonElement result)
    {
        string rule = result.GetProperty("ruleId").GetString()!;
        string? file = null;
        int? line = null, end = null;
        if (result.TryGetProperty("locations", out JsonElement places) && places.GetArrayLength() > 0
            && places[0].TryGetProperty("physicalLocation", out JsonElement place))
        {
            string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "";
            file = Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
            JsonElement region = place.GetProperty("region");
            line = region.GetProperty("startLine").GetInt32();
            end = region.TryGetProperty("endLine", out JsonElement last) ? last.GetInt32() : null;
        }

        return new ToolFinding(FindingCategory.Analysis, AnalysisTools.DotNet, rule, Severity.Warning,
            result.GetProperty("message").GetProperty("text").GetString() ?? rule, file, line, end, SecurityRules.Of(rule) ?? SecurityRules.High,
            result.TryGetProperty("suppressions", out JsonElement suppressions) && suppressions.GetArrayLength() > 0);
    }
}
