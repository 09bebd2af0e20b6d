using Assay.Evidence.Accessibility;
using Assay.Evidence.Json;

namespace Assay.Evidence.Lighthouse;

/// <summary>One audit, as far as it is needed.</summary>
/// <param name="Tags">Of the axe rule behind an accessibility audit; empty where it names none.</param>
/// <param name="Targets">Selectors of the elements that it names.</param>
internal sealed record LighthouseAudit(decimal? Score, decimal? Figure, string? Unit, bool Broke, string? Impact, List<string> Tags, List<string> Targets)
{
    /// <summary>Whether it is about WCAG 2.1 A or AA; one that does not say counts.</summary>
    public bool IsWcag => Tags.Exists(WcagTags.IsLevel) || !Tags.Exists(WcagTags.IsOther);

    /// <summary>Reads the value that comes next.</summary>
    public static LighthouseAudit Read(JsonPull json)
    {
        var audit = new LighthouseAudit(null, null, null, false, null, [], []);
        if (!json.BeginObject()) return audit;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "score":
                    audit = audit with { Score = json.TakeLooseDecimal() };
                    break;
                case "numericValue":
                    audit = audit with { Figure = json.TakeLooseDecimal() };
                    break;
                case "numericUnit":
                    audit = audit with { Unit = json.TakeText() };
                    break;
                case "scoreDisplayMode":
                    audit = audit with { Broke = json.TakeText() == "error" };
                    break;
                case "details" when json.BeginObject():
                    audit = Details(json, audit);
                    break;
                case "details":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return audit;
    }

    private static LighthouseAudit Details(JsonPull json, LighthouseAudit audit)
    {
        while (json.NextKey())
        {
            if (json.Key == "debugData" && json.BeginObject())
            {
                while (json.NextKey())
                {
                    if (json.Key == "impact") audit = audit with { Impact = json.TakeText() };
                    else if (json.Key == "tags") audit.Tags.AddRange(json.Texts().Select(tag => tag.ToLowerInvariant()));
                    else json.Skip();
                }
            }
            else if (json.Key == "items") Items(json, audit.Targets);
            else if (json.Key != "debugData") json.Skip();
        }
        return audit;
    }

    /// <summary>Items of other audits have other shapes, and some are no list; only elements are of interest.</summary>
    private static void Items(JsonPull json, List<string> targets)
    {
        json.NextElement();
        if (json.Token != System.Text.Json.JsonTokenType.StartArray)
        {
            json.SkipElement();
            return;
        }
        while (json.NextElement())
        {
            if (json.Token != System.Text.Json.JsonTokenType.StartObject)
            {
                json.SkipElement();
                continue;
            }
            json.InObject();
            while (json.NextKey())
            {
                if (json.Key != "node") json.Skip();
                else if (json.BeginObject())
                    while (json.NextKey())
                        if (json.Key == "selector" && json.TakeText() is { } selector) targets.Add(selector);
                        else if (json.Key != "selector") json.Skip();
            }
        }
    }
}
