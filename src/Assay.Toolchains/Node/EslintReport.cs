using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Observations;

namespace Assay.Toolchains.Node;

/// <summary>What <c>eslint --format json</c> says (https://eslint.org/docs/latest/use/formatters/#json).</summary>
/// <param name="Files">How many files were linted.</param>
internal sealed record EslintReport(int Files, ImmutableArray<ToolFinding> Findings)
{
    /// <summary>Null where the content is no such report.</summary>
    /// <param name="repositoryRoot">Absolute path that names of files are made relative to.</param>
    internal static EslintReport? Read(byte[] json, string repositoryRoot)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(json);
            ImmutableArray<JsonElement> files = [.. report.RootElement.EnumerateArray()];
            return new EslintReport(files.Length, [.. files.SelectMany(file => FindingsOf(file, repositoryRoot))]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<ToolFinding> FindingsOf(JsonElement file, string repositoryRoot)
    {
        string path = Path.GetRelativePath(repositoryRoot, file.GetProperty("filePath").GetString() ?? "").Replace('\\', '/');
        return file.GetProperty("messages").EnumerateArray().Select(message => new ToolFinding(
            FindingCategory.Lint, "ESLint", Text(message, "ruleId") ?? "",
            message.GetProperty("severity").GetInt32() >= 2 ? Severity.Error : Severity.Warning,
            Text(message, "message") ?? "", path, Line(message, "line"), Line(message, "endLine")));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Line(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.GetInt32() is var line and > 0 ? line : null;
}
