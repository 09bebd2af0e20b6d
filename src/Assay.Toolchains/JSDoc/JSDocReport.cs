using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Observations;

namespace Assay.Toolchains.JSDoc;

/// <summary>What <c>check.mjs</c> wrote.</summary>
/// <param name="Files">How many files were looked at.</param>
/// <param name="Unread">Files that could not be parsed.</param>
internal sealed record JSDocReport(string? Version, int Files, ImmutableArray<ToolFinding> Findings, ImmutableArray<string> Unread)
{
    internal const string Tool = "JSDoc";

    /// <summary>Null where there is no such report.</summary>
    internal static JSDocReport? Read(string path)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(path));
            var messages = report.RootElement.GetProperty("messages").EnumerateArray().ToLookup(message => message.GetProperty("fatal").GetBoolean());
            return new JSDocReport(report.RootElement.GetProperty("version").GetString(), report.RootElement.GetProperty("files").GetInt32(), [.. messages[false].Select(Finding)],
                [.. messages[true].Select(message => $"{message.GetProperty("file").GetString()}:{message.GetProperty("line").GetInt32()}")]);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ToolFinding Finding(JsonElement message) => new(FindingCategory.Documentation, Tool, message.GetProperty("rule").GetString() ?? "", Severity.Warning,
        message.GetProperty("message").GetString() ?? "", message.GetProperty("file").GetString(), message.GetProperty("line").GetInt32());
}
