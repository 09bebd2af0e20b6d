using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.LoadRun;

/// <summary>What a load or stress script says that it asked for, <c>assay/load-run/v1</c>. See reader.md.</summary>
internal sealed class LoadRunReader : IEvidenceReader
{
    internal const string Schema = "assay/load-run/v1";

    public string Format => "load-run";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.Schema?.StartsWith("assay/load-run/", StringComparison.Ordinal) == true;

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadRun);

    private static ReadOutcome ReadRun(JsonPull json)
    {
        string? schema = null, component = null, tool = null;
        var stages = ImmutableArray.CreateBuilder<LoadStage>();
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
                case "stages" when json.BeginArray():
                    while (json.NextObject())
                    {
                        stages.Add(ReadStage(json));
                    }
                    break;
                case "stages":
                    break;
                default:
                    throw json.Mistake(EvidenceErrors.Unreadable, "it holds a key that is not part of the format");
            }
        }
        return schema != Schema ? JsonReading.Refused(EvidenceErrors.UnsupportedVersion, $"only {Schema} is read")
            : string.IsNullOrWhiteSpace(component) ? JsonReading.Refused(EvidenceErrors.Unreadable, "it must say its 'component'")
            : string.IsNullOrWhiteSpace(tool) ? JsonReading.Refused(EvidenceErrors.Unreadable, "it must say its 'tool'")
            : stages.Count == 0 ? JsonReading.Refused(EvidenceErrors.Empty, "it names no stage")
            : stages.DistinctBy(stage => stage.Report).Count() < stages.Count ? JsonReading.Refused(EvidenceErrors.Unreadable, "two stages name the same report")
            : new ReadOutcome([new Core.Observations.LoadRun(component, tool, stages.ToImmutable())], "v1", tool);
    }

    private static LoadStage ReadStage(JsonPull json)
    {
        decimal? rate = null, seconds = null, requested = null;
        string? report = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "rate":
                    rate = json.TakeLooseDecimal();
                    break;
                case "duration_s":
                    seconds = json.TakeLooseDecimal();
                    break;
                case "requested":
                    requested = json.TakeLooseDecimal();
                    break;
                case "report":
                    report = json.TakeText();
                    break;
                default:
                    throw json.Mistake(EvidenceErrors.Unreadable, "a stage holds a key that is not part of the format");
            }
        }
        const decimal Most = 1_000_000_000_000;
        if (rate is not (> 0 and <= Most) || seconds is not (> 0 and <= Most) || requested is not (> 0 and <= Most) || requested != decimal.Truncate(requested.Value))
        {
            throw json.Mistake(EvidenceErrors.Unreadable, "a stage must say 'rate', 'duration_s' and a whole number 'requested', all above zero");
        }
        if (report is not { Length: > 0 } || report.AsSpan().ContainsAny('/', '\\'))
        {
            throw json.Mistake(EvidenceErrors.Unreadable, "the 'report' of a stage is the name of a file beside this record");
        }
        // A smaller number would hide requests that were dropped.
        return requested < Math.Floor(rate.Value * seconds.Value * 0.99m)
            ? throw json.Mistake(EvidenceErrors.Unreadable, $"a stage of {rate} requests per second for {seconds} s asks for more than the {requested} that 'requested' says")
            : new LoadStage(rate.Value, seconds.Value, (long)requested.Value, report);
    }
}
