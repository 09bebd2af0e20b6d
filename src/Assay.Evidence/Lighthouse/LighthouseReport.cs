using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Lighthouse;

/// <summary>Reads one report.</summary>
internal sealed class LighthouseReport(JsonPull json)
{
    private readonly Dictionary<string, LighthouseAudit> audits = new(StringComparer.Ordinal);
    private string? version, url, runtimeError, leftOut;
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
        var page = new PageTimes(url, Figure("speed-index"), Figure("interactive"), Figure("largest-contentful-paint"), Figure("cumulative-layout-shift"), runtimeError);
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
            if (json.Key is not ("onlyAudits" or "skipAudits")) json.Skip();
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
        var problem = runtimeError ?? leftOut
            ?? (found.FirstOrDefault(each => each.audit.Broke) is { id: { } id } ? $"the audit {id} broke" : null)
            ?? (found.TrueForAll(each => each.audit.Score is null) ? "no audit applied to the page" : null);
        return new PageAccessibility("lighthouse", url!, problem,
        [
            .. from each in found
               where each.audit is { Score: 0, IsWcag: true }
               from target in each.audit.Targets.DefaultIfEmpty("")
               select new AccessibilityViolation(each.id, target, each.audit.Impact),
        ]);
    }
}
