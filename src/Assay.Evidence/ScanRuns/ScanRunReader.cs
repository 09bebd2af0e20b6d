using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.ScanRuns;

/// <summary>What a script that ran a scanner says of the run, where the scanner's report does not. See reader.md.</summary>
internal sealed class ScanRunReader : IEvidenceReader
{
    private const string Schema = "assay/scan-run/v1";

    public string Format => "scan-run";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.Schema?.StartsWith("assay/scan-run/", StringComparison.Ordinal) == true;

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadRun);

    private static ReadOutcome ReadRun(JsonPull json)
    {
        string? schema = null, component = null, tool = null, report = null;
        int? requests = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "schema":
                    schema = json.TakeText();
                    break;
                case "component":
                    component = json.TakeText();
                    break;
                case "tool":
                    tool = json.TakeText();
                    break;
                case "report":
                    report = json.TakeText();
                    break;
                case "requests":
                    requests = json.TakeInt();
                    break;
                default:
                    throw json.Mistake(EvidenceErrors.Unreadable, $"unknown key '{(json.Key.Length > 60 ? json.Key[..60] : json.Key)}'");
            }
        }
        if (schema != Schema) return JsonReading.Refused(EvidenceErrors.UnsupportedVersion, $"'schema' must be {Schema}");
        return component is { Length: > 0 } && tool is { Length: > 0 } && report is { Length: > 0 } && requests is >= 0
            ? new ReadOutcome([new ScanRun(component, tool, report, requests.Value)], Schema, tool)
            : JsonReading.Refused(EvidenceErrors.Unreadable, "it needs component, tool, report and requests");
    }
}
