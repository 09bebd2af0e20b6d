using Assay.Core.Errors;
using Assay.Evidence.Json;

namespace Assay.Evidence.ThreatDragon;

/// <summary>Models of OWASP Threat Dragon, version 2 (its schema: td.vue/src/assets/schema/threat-dragon-v2.schema.json). See reader.md.</summary>
internal sealed class ThreatDragonReader : IEvidenceReader
{
    public string Format => "threat-dragon";

    public bool IsRecord => true;

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json && head.RootKeys.Contains("summary") && (head.RootKeys.Contains("detail") || head.Text.Contains("\"tm.", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadModel);

    private static ReadOutcome ReadModel(JsonPull json)
    {
        string? version = null, description = null, reviewer = null;
        var cells = new List<DragonCell>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "version":
                    version = json.TakeText();
                    if (version?.StartsWith("1", StringComparison.Ordinal) == true) throw json.Mistake(EvidenceErrors.UnsupportedVersion, "a model of Threat Dragon 1; version 2 is read");
                    break;
                case "summary" when json.BeginObject():
                    while (json.NextKey())
                    {
                        if (json.Key == "description") description = json.TakeText();
                        else json.Skip();
                    }
                    break;
                case "summary":
                    break;
                case "detail" when json.BeginObject():
                    reviewer = ReadDetail(json, cells);
                    break;
                case "detail":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return new ReadOutcome([new DragonModel(reviewer, new DragonNotes(description), cells).Build()], version, "OWASP Threat Dragon");
    }

    private static string? ReadDetail(JsonPull json, List<DragonCell> cells)
    {
        string? reviewer = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "reviewer":
                    reviewer = json.TakeText();
                    break;
                case "diagrams" when json.BeginArray():
                    while (json.NextObject()) DragonCells.ReadDiagram(json, cells);
                    break;
                case "diagrams":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return reviewer;
    }
}
