using Assay.Core.Errors;
using Assay.Evidence.Json;

namespace Assay.Evidence.OtlpMetrics;

/// <summary>OpenTelemetry metrics as OTLP JSON: one object, or one on each line as file exporters write it. See reader.md.</summary>
internal sealed class OtlpMetricsReader : IEvidenceReader
{
    public string Format => "otlp-metrics";

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json && head.RootKeys.Contains("resourceMetrics");

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        using var json = new JsonPull(content, cancellation, several: true);
        return JsonReading.Whole(json, () =>
        {
            var parse = new OtlpParse(json);
            while (json.NextDocument())
            {
                while (json.NextKey())
                {
                    if (json.Key == "resourceMetrics") parse.Resources();
                    else json.Skip();
                }
            }
            return parse.Outcome() is { } observations ? new ReadOutcome([.. observations]) : JsonReading.Refused(EvidenceErrors.Empty, "it holds no metric");
        });
    }
}
