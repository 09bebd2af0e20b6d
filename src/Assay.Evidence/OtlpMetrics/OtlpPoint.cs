using Assay.Core.Errors;
using Assay.Evidence.Json;
using Assay.Evidence.Resources;

namespace Assay.Evidence.OtlpMetrics;

/// <summary>One data point of a sum, gauge or histogram.</summary>
/// <param name="Nanoseconds">Unix time.</param>
internal sealed record OtlpPoint(string QueryClass, long Nanoseconds, double? Value, List<double> Bounds, List<double> Counts)
{
    private const int MostBuckets = 10_000;

    /// <summary>Reads the object that was stepped into.</summary>
    public static OtlpPoint Read(JsonPull json)
    {
        var (queryClass, time) = ("", 0L);
        double? value = null;
        List<double> bounds = [], counts = [];
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "attributes":
                    foreach (var (name, text) in OtlpAttributes.Read(json))
                        if (name == Meters.QueryClass) queryClass = text;
                    break;
                case "timeUnixNano":
                    time = json.TakeLooseDecimal() is >= 0 and <= long.MaxValue and var nanoseconds ? (long)nanoseconds : throw json.Mistake(EvidenceErrors.Unreadable, "'timeUnixNano' is no time");
                    break;
                case "asInt" or "asDouble":
                    value = (double?)json.TakeLooseDecimal();
                    break;
                case "explicitBounds":
                    Numbers(json, bounds);
                    break;
                case "bucketCounts":
                    Numbers(json, counts);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return new OtlpPoint(queryClass, time, value, bounds, counts);
    }

    private static void Numbers(JsonPull json, List<double> numbers)
    {
        if (!json.BeginArray()) return;
        while (json.NextElement())
        {
            numbers.Add((double?)json.ElementDecimal() ?? throw json.Mistake(EvidenceErrors.Unreadable, "a bucket is no number"));
            if (numbers.Count > MostBuckets) throw json.Mistake(EvidenceErrors.TooDeep, $"a histogram has more than {MostBuckets} buckets");
        }
    }
}
