using System.Globalization;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Lcov;
using Assay.Evidence.Resources;
using Assay.Evidence.Xml;

namespace Assay.Evidence.PrometheusText;

/// <summary>One pass over one file; keeps the few metrics that facts are measured from.</summary>
internal sealed class PrometheusParse(ByteLines lines)
{
    internal const string ScrapedAt = "# scraped_at ";
    private const int MostKept = 1_000_000, MostSeries = 100_000;

    private readonly List<Observation> kept = [];
    private readonly Dictionary<string, Recording> instances = new(StringComparer.Ordinal);
    private readonly HashSet<string> series = new(StringComparer.Ordinal);
    private DateTimeOffset? scraped, stamped;

    public IEnumerable<Observation> Run()
    {
        while (lines.Next(out var bytes))
        {
            if (bytes.IsEmpty) continue;
            var line = Encoding.UTF8.GetString(bytes);
            if (line.StartsWith(ScrapedAt, StringComparison.Ordinal)) Begin(line[ScrapedAt.Length..].Trim());
            else if (line[0] != '#') Sample(line);
        }
        EndScrape();
        return kept;
    }

    private void Begin(string time)
    {
        EndScrape();
        scraped = DateTimeOffset.TryParseExact(time, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw PrometheusTextReader.Mistake("The time of a scrape must be UTC such as 2026-01-31T12:00:00Z.");
    }

    private void EndScrape()
    {
        foreach (var (instance, recording) in instances)
        {
            if (recording.OpenHistograms.Any()) throw PrometheusTextReader.Mistake("A histogram has no bucket le=\"+Inf\"; the file is cut off, or something else wrote it.");
            kept.AddRange(recording.ToObservations(instance, scraped ?? stamped));
        }
        if (kept.Count > MostKept) throw TooMany();
        instances.Clear();
        series.Clear();
        (scraped, stamped) = (null, null);
    }

    private void Sample(string line)
    {
        var sample = PrometheusSample.Parse(line);
        if (sample.Milliseconds is { } milliseconds)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            if (stamped is null || at > stamped) stamped = at;
        }
        if (Meters.Of(sample.Name) is not { } meter || !Meters.NamesItsUnit(sample.Name) || (meter == Meter.QueryTimes && !sample.Name.EndsWith("_bucket", StringComparison.Ordinal))) return;
        if (!series.Add(line[..sample.End])) throw PrometheusTextReader.Mistake($"{sample.Name} stands twice in one scrape. Begin each scrape with a line '{ScrapedAt}' and its time.");
        if (series.Count > MostSeries) throw TooMany();

        if (sample.Value < 0 || double.IsInfinity(sample.Value)) throw PrometheusTextReader.Mistake($"{sample.Name} is below zero or infinite.");
        var instance = sample.Labels.GetValueOrDefault("instance", "");
        if (!instances.TryGetValue(instance, out var recording)) instances.Add(instance, recording = new Recording());
        if (meter != Meter.QueryTimes) recording.Add(meter, sample.Name, sample.Value);
        else if (!sample.Labels.TryGetValue("le", out var bound) || !PrometheusSample.Number(bound, out var seconds) || double.IsNaN(seconds) || seconds < 0 || !double.IsFinite(sample.Value) || sample.Value < 0)
            throw PrometheusTextReader.Mistake("A bucket of a histogram needs its bound 'le' and a count.");
        else recording.AddBucket(sample.Labels.GetValueOrDefault(Meters.QueryClass, ""), seconds, sample.Value);
    }

    private static ContentMistake TooMany() => new(new(EvidenceErrors.TooDeep, "It holds more series or scrapes than a recording of a load test has."));
}
