using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Accessibility;
using Assay.Evidence.Json;

namespace Assay.Evidence.Lighthouse;

/// <summary>Reads one report.</summary>
internal sealed class LighthouseReport(JsonPull json)
{
    private readonly Dictionary<string, LighthouseAudit> audits = new(StringComparer.Ordinal);
    private const int FewestAudits = 5;
    private static readonly (string Audit, string Unit)[] Figures =
        [("speed-index", "millisecond"), ("interactive", "millisecond"), ("largest-contentful-paint", "millisecond"), ("cumulative-layout-shift", "unitless")];

    private readonly List<string> warnings = [];
    private string? version, url, runtimeError, leftOut, locale;
    private List<string>? accessibility;

    public ReadOutcome Read()
    {
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "lighthouseVersion":
                    version = json.TakeText();
                    break;
                case "finalDisplayedUrl" or "finalUrl":
                    url = json.TakeText() ?? url;
                    break;
                case "runWarnings":
                    warnings.AddRange(json.Texts());
                    break;
                case "runtimeError" when json.BeginObject():
                    RuntimeError();
                    break;
                case "audits" when json.BeginObject():
                    while (json.NextKey()) audits[json.Key] = LighthouseAudit.Read(json);
                    break;
                case "categories" when json.BeginObject():
                    Categories();
                    break;
                case "configSettings" when json.BeginObject():
                    Settings();
                    break;
                case "runtimeError" or "audits" or "categories" or "configSettings":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (url is null || audits.Count == 0) return JsonReading.Refused(EvidenceErrors.Unreadable, "it names no page, or holds no audit");
        var page = new PageTimes(url, Figure("speed-index"), Figure("interactive"), Figure("largest-contentful-paint"), Figure("cumulative-layout-shift"), Unfit() ?? OtherUnit());
        return new ReadOutcome(accessibility is null ? [page] : [page, Accessibility()], version, "lighthouse");
    }

    private void RuntimeError()
    {
        var (code, message) = ("", "");
        while (json.NextKey())
        {
            if (json.Key == "code") code = json.TakeText() ?? "";
            else if (json.Key == "message") message = json.TakeText() ?? "";
            else json.Skip();
        }
        if (code != "NO_ERROR") runtimeError = $"Lighthouse could not look at the page: {(message.Length == 0 ? code : message)}";
    }

    /// <summary>Why the report is of no whole page; null where it is.</summary>
    private string? Unfit() => runtimeError
        ?? (WebAddress.Is(url!) ? null : "this is no page of http or https")
        ?? warnings.Find(Weighs) switch { { } warning => $"Lighthouse warns: {warning}", null => null };

    /// <summary>A warning in another language cannot be told from one that the page came too slowly.</summary>
    private bool Weighs(string warning) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == false
        || warning.Contains("too slowly", StringComparison.OrdinalIgnoreCase) || warning.Contains("incomplete", StringComparison.OrdinalIgnoreCase);

    private string? OtherUnit() =>
        Figures.Where(figure => audits.GetValueOrDefault(figure.Audit) is { Figure: not null } audit && audit.Unit != figure.Unit)
            .Select(figure => $"the unit of {figure.Audit} is not {figure.Unit}").FirstOrDefault();

    private void Categories()
    {
        while (json.NextKey())
        {
            if (json.Key != "accessibility") json.Skip();
            else if (json.BeginObject())
                while (json.NextKey())
                {
                    if (json.Key != "auditRefs") json.Skip();
                    else if (json.BeginArray())
                    {
                        accessibility = [];
                        while (json.NextObject())
                            while (json.NextKey())
                                if (json.Key == "id" && json.TakeText() is { } id) accessibility.Add(id);
                                else if (json.Key != "id") json.Skip();
                    }
                }
        }
    }

    private void Settings()
    {
        while (json.NextKey())
        {
            if (json.Key == "locale") locale = json.TakeText();
            else if (json.Key is not ("onlyAudits" or "skipAudits")) json.Skip();
            else if (json.BeginArray())
            {
                leftOut = "the run was told which audits to make or to leave out";
                while (json.NextElement()) json.SkipElement();
            }
        }
    }

    private decimal? Figure(string audit) => audits.GetValueOrDefault(audit)?.Figure is >= 0 and < 1_000_000_000 and var figure ? figure : null;

    private PageAccessibility Accessibility()
    {
        var found = accessibility!.Where(audits.ContainsKey).Select(id => (id, audit: audits[id])).ToList();
        var problem = Unfit() ?? leftOut
            ?? (found.FirstOrDefault(each => each.audit.Broke) is { id: { } id } ? $"the audit {id} broke" : null)
            ?? (found.TrueForAll(each => each.audit.Score is null) ? "no audit applied to the page" : null)
            ?? (found.Count(each => each.audit.Score is not null) < FewestAudits ? $"fewer than {FewestAudits} accessibility audits applied to the page" : null);
        return new PageAccessibility("lighthouse", url!, problem,
        [
            .. from each in found
               where each.audit is { Score: < 1, IsWcag: true }
               from target in each.audit.Targets.DefaultIfEmpty("")
               select new AccessibilityViolation(each.id, target, each.audit.Impact),
        ]);
    }
}
