using System.Text.Json;
using Assay.Core;

namespace Assay.Output.Json;

/// <summary>A place in a file; what it does not have is left out, except for the line.</summary>
internal static class LocationJson
{
    public static void Write(Utf8JsonWriter json, Location location)
    {
        json.Text("file", location.File);
        json.Number("line", location.Line);
        if (location.EndLine is { } end) json.WriteNumber("endLine", end);
        if (location.Note is { } note) json.Text("note", note);
    }
}
