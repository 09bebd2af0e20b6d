using System.Text.Json;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Output.Json;

namespace Assay.Output.Errors;

/// <summary>
/// What a command that was asked for JSON says where it could not judge, as <c>schemas/error.schema.json</c> describes it.
/// It has no <c>verdict</c>: nobody can take it for one.
/// </summary>
public static class ErrorJson
{
    /// <summary>Writes all errors as one document; the stream stays open.</summary>
    public static void Write(Stream output, IReadOnlyList<AssayError> errors, string run) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", "assay/error/v1");
        json.Text("run", run);
        json.Objects("errors", errors, Fields);
        json.WriteEndObject();
    });

    internal static void Fields(Utf8JsonWriter json, AssayError error)
    {
        json.Text("code", error.Kind.Code);
        json.Text("class", Snake.Case(error.Kind.Class));
        json.Text("what", error.What);
        json.Text("file", error.File);
        json.Number("line", error.Line);
        json.Number("column", error.Column);
        json.Text("nextStep", error.Step);
    }
}
