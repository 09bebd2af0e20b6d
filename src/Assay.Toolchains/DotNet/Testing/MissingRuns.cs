using System.Text.Json;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>Writes which test runs were asked for and could not take place; read by the reader of <c>assay/test-runs/v1</c>.</summary>
internal static class MissingRuns
{
    internal static void Write(string path, IEnumerable<(string Run, string Reason)> missing)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schema", "assay/test-runs/v1");
        json.WriteStartArray("missing");
        foreach (var (run, reason) in missing)
        {
            json.WriteStartObject();
            json.WriteString("run", run);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
