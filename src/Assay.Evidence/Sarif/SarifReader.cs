using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>SARIF 2.1.0 (OASIS standard, 2020): findings of compilers, linters and scanners. See reader.md.</summary>
internal sealed class SarifReader : IEvidenceReader
{
    private const string Supported = "2.1.0";

    public string Format => "sarif";

    // A file that names the schema and has no runs is still this reader's: it says what is missing.
    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json
        && ((head.RootKeys.Contains("runs") && (head.RootKeys.Contains("version") || head.RootKeys.Contains("$schema") || head.Text.Contains("\"results\"", StringComparison.Ordinal)))
            || (head.RootKeys.Contains("$schema") && head.RootKeys.Contains("version") && head.Text.Contains("/sarif-", StringComparison.Ordinal)));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadLog);

    private static ReadOutcome ReadLog(JsonPull json)
    {
        string? version = null;
        List<SarifRun>? runs = null;
        var results = 0;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "version":
                    version = json.TakeText();
                    Check(json, version);
                    break;
                case "runs" when json.BeginArray():
                    runs = [];
                    while (json.NextObject())
                    {
                        runs.Add(SarifRun.Read(json, ref results));
                    }
                    break;
                case "runs":
                    break; // null: as good as absent
                default:
                    json.Skip();
                    break;
            }
        }
        if (version is null)
        {
            return JsonReading.Refused(EvidenceErrors.Unreadable, "the SARIF log does not say its version");
        }
        if (runs is null)
        {
            return JsonReading.Refused(EvidenceErrors.Unreadable, "the SARIF log has no 'runs'");
        }
        return Outcome(runs);
    }

    private static ReadOutcome Outcome(List<SarifRun> runs)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        foreach (var run in runs)
        {
            if (run.Refusal is { } refusal)
            {
                return ReadOutcome.Failed(refusal);
            }
            run.AddTo(observations);
        }
        var producers = runs.Select(run => run.Tool.Version is null ? run.Tool.Name : $"{run.Tool.Name} {run.Tool.Version}").Distinct().ToList();
        return new ReadOutcome(observations.ToImmutable(), Supported, producers.Count == 0 ? null : string.Join(", ", producers));
    }

    private static void Check(JsonPull json, string? version)
    {
        if (version is null or Supported)
        {
            return;
        }
        throw json.Mistake(EvidenceErrors.UnsupportedVersion, version == "1.0.0"
            ? "SARIF 1.0.0; write `-p:ErrorLog=FILE,version=2.1`"
            : $"SARIF {(version.Length > 20 ? version[..20] + "…" : version)}; only {Supported} is read");
    }
}
