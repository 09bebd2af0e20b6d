using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;
using Assay.Evidence.Resources;

namespace Assay.Evidence.OtlpMetrics;

/// <summary>One pass over one file; keeps the few metrics that facts are measured from.</summary>
internal sealed class OtlpParse(JsonPull json)
{
    private const int MostKept = 100_000;
    private const int Delta = 1; // AGGREGATION_TEMPORALITY_DELTA; OTLP's JSON writes enums as numbers
    private const double Infinite = double.PositiveInfinity;

    private readonly SortedDictionary<(string Instance, long Time), Recording> recordings = [];
    private readonly Dictionary<(string Instance, string Name), double> totals = [];
    private readonly Dictionary<(string Instance, string QueryClass, double Bound), double> queryTotals = [];
    private int kept;
    private bool any;

    /// <summary>Null where the file held no metric at all.</summary>
    public IEnumerable<Observation>? Outcome() => any
        ? recordings.SelectMany(each => each.Value.ToObservations(each.Key.Instance, DateTimeOffset.UnixEpoch.AddTicks(each.Key.Time / 100)))
        : null;

    public void Resources()
    {
        if (!json.BeginArray()) return;
        while (json.NextObject())
        {
            var instance = "";
            List<(string Name, bool Delta, double Scale, List<OtlpPoint> Points)> metrics = [];
            while (json.NextKey())
            {
                if (json.Key == "resource" && json.BeginObject()) instance = Instance();
                else if (json.Key == "scopeMetrics") Scopes(metrics);
                else if (json.Key != "resource") json.Skip();
            }
            // The resource may stand behind its metrics.
            foreach (var (name, delta, scale, points) in metrics)
                foreach (var point in points) Keep(instance, name, delta, scale, point);
        }
    }

    private string Instance()
    {
        var instance = "";
        while (json.NextKey())
        {
            if (json.Key != "attributes") json.Skip();
            else instance = OtlpAttributes.Read(json).Where(attribute => attribute.Name == "service.instance.id").Select(attribute => attribute.Text).FirstOrDefault("");
        }
        return instance;
    }

    private void Scopes(List<(string, bool, double, List<OtlpPoint>)> metrics)
    {
        if (!json.BeginArray()) return;
        while (json.NextObject())
        {
            while (json.NextKey())
            {
                if (json.Key != "metrics") json.Skip();
                else if (json.BeginArray())
                    while (json.NextObject()) Metric(metrics);
            }
        }
    }

    private void Metric(List<(string, bool, double, List<OtlpPoint>)> metrics)
    {
        any = true;
        string? name = null, unit = null;
        var delta = false;
        List<OtlpPoint> points = [];
        while (json.NextKey())
        {
            if (json.Key == "name") name = json.TakeText();
            else if (json.Key == "unit") unit = json.TakeText();
            else if (json.Key is not ("sum" or "gauge" or "histogram")) json.Skip();
            else if (json.BeginObject())
            {
                while (json.NextKey())
                {
                    if (json.Key == "aggregationTemporality") delta = json.TakeInt() == Delta;
                    else if (json.Key != "dataPoints") json.Skip();
                    else if (json.BeginArray())
                        while (json.NextObject())
                        {
                            points.Add(OtlpPoint.Read(json));
                            if (points.Count > MostKept) throw TooMany();
                        }
                }
            }
        }
        if (name is null || Meters.Of(name) is not { } meter) return;
        var scale = OtlpUnits.Scale(name, meter, unit ?? "") ?? throw json.Mistake(EvidenceErrors.Unreadable, $"{name} has a unit that is not known, or none");
        metrics.Add((name, delta, scale, points));
    }

    private void Keep(string instance, string name, bool delta, double scale, OtlpPoint point)
    {
        var key = (instance, point.Nanoseconds);
        if (!recordings.TryGetValue(key, out var recording)) recordings.Add(key, recording = new Recording());
        if (++kept > MostKept) throw TooMany();
        var meter = Meters.Of(name)!.Value;
        if (meter == Meter.QueryTimes) Histogram(recording, instance, delta, scale, point);
        else if (point.Value < 0) throw json.Mistake(EvidenceErrors.Unreadable, $"{name} is below zero");
        else if (point.Value * scale is { } value) recording.Add(meter, name, delta ? totals[(instance, name)] = totals.GetValueOrDefault((instance, name)) + value : value);
    }

    private void Histogram(Recording recording, string instance, bool delta, double scale, OtlpPoint point)
    {
        if (point.Counts.Count != point.Bounds.Count + 1 || point.Counts.Exists(count => count < 0))
            throw json.Mistake(EvidenceErrors.Unreadable, "a histogram has one count more than bounds, none of them negative");
        if (point.Bounds.Exists(bound => bound < 0) || point.Bounds.Zip(point.Bounds.Skip(1)).Any(pair => pair.Second <= pair.First))
            throw json.Mistake(EvidenceErrors.Unreadable, "the bounds of a histogram rise, and none is below zero");
        var below = 0.0;
        for (var at = 0; at < point.Counts.Count; at++)
        {
            below += point.Counts[at];
            var bound = at < point.Bounds.Count ? point.Bounds[at] * scale : Infinite;
            var total = (instance, point.QueryClass, bound);
            recording.AddBucket(point.QueryClass, bound, delta ? queryTotals[total] = queryTotals.GetValueOrDefault(total) + below : below);
        }
    }

    private JsonMistake TooMany() => json.Mistake(EvidenceErrors.TooDeep, "it holds more points than a recording of a load test has");
}
