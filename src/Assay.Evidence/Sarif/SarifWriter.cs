using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Observations;

namespace Assay.Evidence.Sarif;

/// <summary>
/// Writes the findings of a tool that has no SARIF output of its own, for a run that came to its end.
/// The same findings give the same bytes.
/// </summary>
public static class SarifWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one run of one tool.</summary>
    /// <param name="to">Is left open.</param>
    /// <param name="tool">The tool's own name; the category of what is read back follows from it.</param>
    /// <param name="version">The tool's version; null where unknown.</param>
    /// <param name="findings">In the order in which they are to stand.</param>
    /// <param name="exitCode">The tool's exit code. A tool that ended because it found something still came to its end.</param>
    public static void Write(Stream to, string tool, string? version, IEnumerable<ToolFinding> findings, int exitCode)
    {
        var all = findings.ToList();
        using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, tool, version, all);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteNumber("exitCode", exitCode);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var finding in all)
        {
            WriteResult(json, finding);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, string tool, string? version, List<ToolFinding> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", tool);
        if (version is not null)
        {
            json.WriteString("version", version);
        }
        json.WriteStartArray("rules");
        foreach (var rule in findings.Select(finding => finding.Rule).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ToolFinding finding)
    {
        json.WriteStartObject();
        if (finding.Rule.Length > 0)
        {
            json.WriteString("ruleId", finding.Rule);
        }
        json.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        if (finding.File is { } file)
        {
            WriteLocation(json, file, finding);
        }
        if (finding.Suppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteEndObject();
            json.WriteEndArray();
        }
        if (finding.SecuritySeverity is { } severity)
        {
            json.WriteStartObject("properties");
            json.WriteNumber("security-severity", severity);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string file, ToolFinding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(file));
        json.WriteEndObject();
        if (finding.Line is { } line)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            if (finding.EndLine is { } end)
            {
                json.WriteNumber("endLine", end);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string UriOf(string file)
    {
        var escaped = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return escaped.StartsWith('/') ? "file://" + escaped : escaped;
    }
}
