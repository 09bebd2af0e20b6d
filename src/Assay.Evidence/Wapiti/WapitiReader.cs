using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Wapiti;

/// <summary>The JSON report of the wapiti web scanner, 3.0 and later. See reader.md.</summary>
internal sealed class WapitiReader : IEvidenceReader
{
    private const int MostFindings = 100_000;

    public string Format => "wapiti";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.RootKeys.Contains("classifications") && (head.RootKeys.Contains("vulnerabilities") || head.Text.Contains("wapiti", StringComparison.OrdinalIgnoreCase) || head.RootKeys.Count == 1);

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadReport);

    private static ReadOutcome ReadReport(JsonPull json)
    {
        var findings = new List<ScannedWeakness>();
        bool vulnerabilities = false;
        WapitiInfos? infos = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "vulnerabilities" when json.BeginObject():
                    vulnerabilities = true;
                    ReadGroups(json, findings);
                    break;
                case "anomalies" or "additionals" when json.BeginObject():
                    ReadGroups(json, findings);
                    break;
                case "infos" when json.BeginObject():
                    infos = WapitiInfos.Read(json);
                    break;
                case "vulnerabilities" or "anomalies" or "additionals" or "infos":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (!vulnerabilities) return JsonReading.Refused(EvidenceErrors.Unreadable, "the wapiti report has no 'vulnerabilities'");
        if (infos is not { Target: { Length: > 0 } target, Version: { Length: > 0 } version }) return JsonReading.Refused(EvidenceErrors.Unreadable, "the wapiti report does not say its target and version ('infos')");
        if (infos.MadeAt is not { } made) return JsonReading.Refused(EvidenceErrors.Unreadable, "the wapiti report does not say when it was made ('infos.date')");
        var tool = version.StartsWith("Wapiti ", StringComparison.OrdinalIgnoreCase) ? $"wapiti {version[7..]}" : version;
        // Each finding has a request of its own, which the target answered.
        return new ReadOutcome([new SecurityScan(tool, target, made, Math.Max(infos.Pages, findings.Count), [.. findings])], null, tool);
    }

    private static void ReadGroups(JsonPull json, List<ScannedWeakness> findings)
    {
        while (json.NextKey())
        {
            var title = json.Key;
            if (!json.BeginArray()) continue;
            while (json.NextObject())
            {
                findings.Add(ReadFinding(json, title));
                if (findings.Count > MostFindings) throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostFindings} findings");
            }
        }
    }

    // Requests hold what was sent, which may be a session of somebody; only method and path are kept.
    private static ScannedWeakness ReadFinding(JsonPull json, string title)
    {
        int? level = null;
        string? method = null, path = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "level":
                    level = json.TakeInt();
                    break;
                case "method":
                    method = json.TakeText();
                    break;
                case "path":
                    path = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var severity = level switch
        {
            null => throw json.Mistake(EvidenceErrors.Unreadable, "a finding has no 'level'"),
            >= 4 => WeaknessSeverity.Critical,
            3 => WeaknessSeverity.High,
            2 => WeaknessSeverity.Medium,
            _ => WeaknessSeverity.Low,
        };
        return new ScannedWeakness(title, severity, $"{method} {path?.Split('?')[0]}".Trim());
    }
}

/// <summary>What the report says of the scan.</summary>
internal sealed record WapitiInfos(string? Target, string? Version, DateTimeOffset? MadeAt, int Pages)
{
    internal static WapitiInfos Read(JsonPull json)
    {
        var infos = new WapitiInfos(null, null, null, 0);
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "target":
                    infos = infos with { Target = json.TakeText() };
                    break;
                case "version":
                    infos = infos with { Version = json.TakeText() };
                    break;
                case "date":
                    infos = infos with { MadeAt = Date(json.TakeText()) };
                    break;
                case "crawled_pages_nbr": // from 3.1 on
                    infos = infos with { Pages = Math.Max(infos.Pages, json.TakeInt() ?? 0) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return infos;
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, ["ddd, dd MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
