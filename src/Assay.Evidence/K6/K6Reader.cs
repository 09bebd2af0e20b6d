using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.K6;

/// <summary>k6's end-of-test summary, as <c>--summary-export</c> or <c>handleSummary</c> writes it. See reader.md.</summary>
internal sealed class K6Reader : IEvidenceReader
{
    public string Format => "k6";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.RootKeys.Contains("metrics")
        && (head.RootKeys.Contains("root_group") || head.RootKeys.Contains("state") || head.Text.Contains("\"http_req_duration\"", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadSummary);

    private static ReadOutcome ReadSummary(JsonPull json)
    {
        Dictionary<string, Dictionary<string, decimal>> metrics = new(StringComparer.Ordinal);
        decimal? milliseconds = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "metrics" when json.BeginObject():
                    while (json.NextKey()) Metric(json, metrics);
                    break;
                case "metrics":
                    break;
                case "state" when json.BeginObject():
                    while (json.NextKey())
                    {
                        if (json.Key == "testRunDurationMs") milliseconds = json.TakeLooseDecimal();
                        else json.Skip();
                    }
                    break;
                case "state":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return Summary(metrics, milliseconds);
    }

    /// <summary>The figures of one metric that is needed; the newer form keeps them under <c>values</c>.</summary>
    private static void Metric(JsonPull json, Dictionary<string, Dictionary<string, decimal>> metrics)
    {
        if (json.Key is not ("http_req_duration" or "http_req_failed" or "http_reqs" or "dropped_iterations"))
        {
            json.Skip();
            return;
        }
        var figures = metrics[json.Key] = new(StringComparer.Ordinal);
        if (!json.BeginObject()) return;
        while (json.NextKey())
        {
            if (json.Key != "values") Figure(json, figures);
            else if (json.BeginObject())
                while (json.NextKey()) Figure(json, figures);
        }
    }

    private static void Figure(JsonPull json, Dictionary<string, decimal> figures)
    {
        var name = json.Key;
        if (json.TakeLooseDecimal() is { } figure) figures[name] = figure;
    }

    private static ReadOutcome Summary(Dictionary<string, Dictionary<string, decimal>> metrics, decimal? milliseconds)
    {
        const decimal Most = 1_000_000_000_000;
        decimal? Of(string metric, params string[] names) =>
            metrics.TryGetValue(metric, out var figures) ? names.Where(figures.ContainsKey).Select(name => (decimal?)figures[name]).FirstOrDefault() : null;

        if (metrics.Values.Any(figures => figures.Values.Any(figure => figure is < 0 or > Most))) return JsonReading.Refused(EvidenceErrors.Unreadable, "a figure is out of every range");
        if (Of("http_reqs", "count") is not > 0) return JsonReading.Refused(EvidenceErrors.Empty, "it holds no HTTP request", "Let the k6 script make HTTP requests.");
        var requests = Of("http_reqs", "count")!.Value;
        var seconds = milliseconds / 1000 ?? (Of("http_reqs", "rate") is { } rate and > 0 ? requests / rate : null);
        if (seconds is not (> 0 and < Most)) return JsonReading.Refused(EvidenceErrors.Unreadable, "it does not say how long the test ran");
        if (Of("http_req_duration", "p(50)", "med") is not { } p50 || Of("http_req_duration", "p(95)") is not { } p95 || Of("http_req_duration", "max") is not { } max)
        {
            return JsonReading.Refused(EvidenceErrors.Unreadable, "http_req_duration lacks med, p(95) or max",
                "Name them in the options of the script: summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(95)', 'p(99)'].");
        }
        var p99 = Of("http_req_duration", "p(99)");
        if (p50 > p95 || p95 > (p99 ?? p95) || (p99 ?? p95) > max) return JsonReading.Refused(EvidenceErrors.Unreadable, "the percentiles of http_req_duration do not rise up to max");
        var (passes, fails) = (Of("http_req_failed", "passes"), Of("http_req_failed", "fails"));
        if ((passes is not null || fails is not null) && passes + fails != requests)
            return JsonReading.Refused(EvidenceErrors.Unreadable, "http_req_failed does not count as many requests as http_reqs", "Keep passes and fails of http_req_failed, of all requests, in the summary.");
        if (Of("http_req_failed", "rate", "value") > 1) return JsonReading.Refused(EvidenceErrors.Unreadable, "http_req_failed is more than all requests");
        // Of a rate, "passes" counts what is true: here, requests that failed.
        var failed = passes ?? (Of("http_req_failed", "rate", "value") is { } share ? decimal.Ceiling(share * requests) : null);
        return new ReadOutcome([new RequestSummary((long)requests, (long?)failed, (long)decimal.Ceiling(Of("dropped_iterations", "count") ?? 0), seconds.Value,
            p50, p95, p99, max)], Producer: "k6");
    }
}
