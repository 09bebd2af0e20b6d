using System.Text.Json;

namespace Assay.Toolchains.Secrets;

/// <summary>Reads where a scanner's own SARIF has results; only for the small report of a probe.</summary>
internal static class SarifPlaces
{
    /// <summary>File and line of each result; null where the report is not there or cannot be read.</summary>
    internal static HashSet<(string File, int Line)>? Read(string path)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. report.RootElement.GetProperty("runs").EnumerateArray()
                .SelectMany(run => run.GetProperty("results").EnumerateArray())
                .SelectMany(result => result.GetProperty("locations").EnumerateArray())
                .Select(location => location.GetProperty("physicalLocation"))
                .Select(place => (Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? ""),
                    place.GetProperty("region").GetProperty("startLine").GetInt32()))];
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
