using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Zap;

/// <summary>The traditional JSON report of ZAP. See reader.md.</summary>
internal sealed class ZapReader : IEvidenceReader
{
    private const int MostFindings = 100_000;

    public string Format => "zap";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && (head.RootKeys.Contains("@programName") || (head.RootKeys.Contains("@version") && (head.RootKeys.Contains("site") || head.RootKeys.Contains("@generated"))));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadReport);

    private static ReadOutcome ReadReport(JsonPull json)
    {
        string? version = null;
        DateTimeOffset? generated = null, created = null;
        List<string>? sites = null;
        var findings = new List<ScannedWeakness>();
        var looked = 0;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "@version":
                    version = json.TakeText();
                    break;
                case "@generated":
                    generated = Generated(json.TakeText());
                    break;
                case "created":
                    created = Created(json.TakeText());
                    break;
                case "site" when json.BeginArray():
                    sites = [];
                    while (json.NextObject()) looked += ReadSite(json, sites, findings);
                    break;
                case "site":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (version is not { Length: > 0 }) return JsonReading.Refused(EvidenceErrors.Unreadable, "the ZAP report does not say its version ('@version')");
        if (sites is null) return JsonReading.Refused(EvidenceErrors.Unreadable, "the ZAP report has no 'site'");
        if ((created ?? generated) is not { } made) return JsonReading.Refused(EvidenceErrors.Unreadable, "the ZAP report does not say when it was made ('@generated')");
        return new ReadOutcome([new SecurityScan($"ZAP {version}", string.Join(", ", sites), made, looked, [.. findings])], version, $"ZAP {version}");
    }

    private static int ReadSite(JsonPull json, List<string> sites, List<ScannedWeakness> findings)
    {
        var looked = 0;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "@name":
                    sites.Add(json.TakeText() ?? "");
                    break;
                case "alerts" when json.BeginArray():
                    while (json.NextObject())
                    {
                        looked += ReadAlert(json, findings);
                        if (findings.Count > MostFindings) throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostFindings} alerts");
                    }
                    break;
                case "alerts":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return looked;
    }

    private static int ReadAlert(JsonPull json, List<ScannedWeakness> findings)
    {
        string? title = null, place = null;
        decimal? risk = null;
        var instances = 0;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "name" or "alert":
                    title = json.TakeText() ?? title;
                    break;
                case "riskcode":
                    risk = json.TakeLooseDecimal();
                    break;
                case "instances" when json.BeginArray():
                    while (json.NextObject())
                    {
                        instances++;
                        place = ReadInstance(json) ?? place;
                    }
                    break;
                case "instances":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var severity = risk switch
        {
            3 => WeaknessSeverity.High,
            2 => WeaknessSeverity.Medium,
            0 or 1 => WeaknessSeverity.Low,
            _ => throw json.Mistake(EvidenceErrors.Unreadable, "an alert has no 'riskcode' from 0 to 3"),
        };
        findings.Add(new ScannedWeakness(title ?? "an alert", severity, place ?? ""));
        return instances;
    }

    private static string? ReadInstance(JsonPull json)
    {
        string? method = null, uri = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "method":
                    method = json.TakeText();
                    break;
                case "uri":
                    uri = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return uri is null ? null : $"{method} {uri.Split('?')[0]}".Trim();
    }

    // Without a zone: as if it were UTC.
    private static DateTimeOffset? Generated(string? text) =>
        DateTimeOffset.TryParseExact(text, ["ddd, d MMM yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static DateTimeOffset? Created(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
