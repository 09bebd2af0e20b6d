using System.Text.Json;
using Assay.Core.Observations;
using Assay.Evidence.Osv;

namespace Assay.Evidence.OsvScanner;

/// <summary>Writes what a search in a local database found, in the form of osv-scanner's results.</summary>
public static class OsvResultsWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes each package that is concerned with the advisories that concern it.</summary>
    /// <param name="to">Is left open.</param>
    /// <param name="database">The database as assay.yaml names it.</param>
    public static void Write(Stream to, string database, IEnumerable<(string Ecosystem, string Name, string Version, IReadOnlyList<OsvAdvisory> Advisories)> packages)
    {
        using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("osv_format", "osv-scanner");
        json.WriteStartArray("results");
        json.WriteStartObject();
        json.WriteStartObject("source");
        json.WriteString("path", database);
        json.WriteString("type", "sbom");
        json.WriteEndObject();
        json.WriteStartArray("packages");
        foreach (var (ecosystem, name, version, advisories) in packages)
        {
            json.WriteStartObject();
            json.WriteStartObject("package");
            json.WriteString("name", name);
            json.WriteString("version", version);
            json.WriteString("ecosystem", ecosystem);
            json.WriteEndObject();
            json.WriteStartArray("vulnerabilities");
            foreach (var advisory in advisories)
            {
                WriteAdvisory(json, advisory);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAdvisory(Utf8JsonWriter json, OsvAdvisory advisory)
    {
        json.WriteStartObject();
        json.WriteString("id", advisory.Id);
        WriteTexts(json, "aliases", advisory.Aliases);
        WriteTime(json, "published", advisory.Published);
        WriteTime(json, "modified", advisory.Modified);
        WriteSeverity(json, advisory.Severity);
        json.WriteStartArray("affected");
        foreach (var package in advisory.Affected)
        {
            json.WriteStartObject();
            json.WriteStartObject("package");
            json.WriteString("ecosystem", package.Ecosystem);
            json.WriteString("name", package.Name);
            json.WriteEndObject();
            WriteSeverity(json, package.Severity);
            WriteTexts(json, "versions", package.Versions);
            WriteRanges(json, package);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string key, DateTimeOffset? time)
    {
        if (time is { } known) json.WriteString(key, known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void WriteRanges(Utf8JsonWriter json, OsvAffected package)
    {
        json.WriteStartArray("ranges");
        foreach (var range in package.Ranges)
        {
            json.WriteStartObject();
            json.WriteString("type", range.Type);
            json.WriteStartArray("events");
            foreach (var (kind, version) in range.Events)
            {
                json.WriteStartObject();
                json.WriteString(kind, version);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSeverity(Utf8JsonWriter json, VulnerabilitySeverity severity)
    {
        if (severity == VulnerabilitySeverity.Unknown)
        {
            return;
        }
        json.WriteStartObject("database_specific");
        json.WriteString("severity", severity.ToString().ToUpperInvariant());
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }
}
