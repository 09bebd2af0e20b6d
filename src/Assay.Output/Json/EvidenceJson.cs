using System.Text.Json;
using Assay.Core;
using Assay.Core.Evidence;
using Assay.Output.Errors;

namespace Assay.Output.Json;

/// <summary>Evidence with its provenance, and evidence that could not be had.</summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter json, EvidenceItem item)
    {
        json.Text("path", item.Path);
        json.Text("format", item.Format);
        json.Text("digest", item.Digest);
        json.Text("producedBy", item.ProducedBy);
        json.Text("component", item.Component);
        json.Text("subject", item.Subject);
        json.Text("producedAt", item.ProducedAt is { } time ? JsonFormat.Utc(time) : null);
        json.Text("trust", Snake.Case(item.Trust));
    }

    public static void Write(Utf8JsonWriter json, EvidenceProblem problem)
    {
        ErrorJson.Fields(json, problem.Error);
        json.Text("component", problem.Component);
        json.Text("step", problem.Step is { } step ? Snake.Case(step) : null);
    }
}
