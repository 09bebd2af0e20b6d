using System.Globalization;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;
using Assay.Evidence.Records;

namespace Assay.Evidence.Drills;

/// <summary>The record that a drill leaves, <c>assay/drill/v1</c>. See reader.md.</summary>
internal sealed class DrillReader : IEvidenceReader
{
    internal const string Schema = "assay/drill/v1";

    public string Format => "assay-drill";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.Schema?.StartsWith("assay/drill/", StringComparison.Ordinal) == true;

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadDrill);

    private static ReadOutcome ReadDrill(JsonPull json)
    {
        string? schema = null, component = null;
        DrillKind? kind = null;
        DateTimeOffset? started = null, ended = null;
        DrillResult? result = null;
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
                case "drill":
                    kind = Snake.Parse<DrillKind>(json.TakeText() ?? "") ?? throw json.Mistake(EvidenceErrors.Unreadable, "'drill' must be backup, shutdown, rollback or health");
                    break;
                case "started_at":
                    started = Time(json);
                    break;
                case "ended_at":
                    ended = Time(json);
                    break;
                case "backup" or "shutdown" or "rollback" or "health" when result is not null:
                    throw json.Mistake(EvidenceErrors.Unreadable, "it holds the figures of two drills; each leaves a record of its own");
                case "backup" or "shutdown" or "rollback" or "health" when json.Key is var key && json.BeginObject():
                    result = DrillFigures.Read(json, key);
                    break;
                default:
                    throw json.Mistake(EvidenceErrors.Unreadable, "it holds a key that is not part of the format");
            }
        }
        return Mistake(schema, component, kind, started, ended, result) is { } mistake ? mistake
            : new ReadOutcome([new DrillRun(component!, kind!.Value, started!.Value, ended!.Value, result!)], "v1");
    }

    private static ReadOutcome? Mistake(string? schema, string? component, DrillKind? kind, DateTimeOffset? started, DateTimeOffset? ended, DrillResult? result) =>
        schema != Schema ? JsonReading.Refused(EvidenceErrors.UnsupportedVersion, $"only {Schema} is read")
        : string.IsNullOrWhiteSpace(component) || RecordFields.IsPlaceholder(component) ? Refused("it does not say which 'component' it is about")
        : kind is null ? Refused("it does not say which 'drill' it is")
        : started is null || ended is null ? Refused("it does not say when it took place: 'started_at' and 'ended_at'")
        : ended < started ? Refused("it ended before it started")
        : result is null || DrillFigures.KindOf(result) != kind ? Refused($"it has no figures under '{Snake.Case(kind.Value)}'")
        : null;

    private static ReadOutcome Refused(string what) => JsonReading.Refused(EvidenceErrors.Unreadable, what);

    /// <summary>ISO 8601 with its distance from UTC, so that nobody has to guess a time zone.</summary>
    private static DateTimeOffset Time(JsonPull json) =>
        json.TakeText() is { } text && DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) && (text.EndsWith('Z') || text[^6] is '+' or '-')
            ? time
            : throw json.Mistake(EvidenceErrors.Unreadable, $"'{json.Key}' must be a time such as 2026-11-23T01:02:03Z");
}
