using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.TestRuns;

/// <summary>Assay's own note of test runs that were asked for and did not take place, <c>assay/test-runs/v1</c>. See reader.md.</summary>
internal sealed class TestRunsReader : IEvidenceReader
{
    internal const string Schema = "assay/test-runs/v1";

    public string Format => "assay-test-runs";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.Schema?.StartsWith("assay/test-runs/", StringComparison.Ordinal) == true;

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadRuns);

    private static ReadOutcome ReadRuns(JsonPull json)
    {
        string? schema = null;
        var missing = ImmutableArray.CreateBuilder<Observation>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "schema":
                    schema = json.TakeText();
                    break;
                case "missing" when json.BeginArray():
                    while (json.NextObject())
                    {
                        missing.Add(ReadRun(json));
                    }
                    break;
                case "missing":
                    break;
                default:
                    throw json.Mistake(EvidenceErrors.Unreadable, "it holds a key that is not part of the format");
            }
        }
        return schema != Schema ? JsonReading.Refused(EvidenceErrors.UnsupportedVersion, $"only {Schema} is read")
            : missing.Count == 0 ? JsonReading.Refused(EvidenceErrors.Empty, "it names no run")
            : new ReadOutcome(missing.ToImmutable(), "v1", "assay");
    }

    private static TestRunMissing ReadRun(JsonPull json)
    {
        string? run = null, reason = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "run":
                    run = json.TakeText();
                    break;
                case "reason":
                    reason = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return run is { Length: > 0 } && reason is { Length: > 0 }
            ? new TestRunMissing(run, reason)
            : throw json.Mistake(EvidenceErrors.Unreadable, "a missing run must say its 'run' and its 'reason'");
    }
}
