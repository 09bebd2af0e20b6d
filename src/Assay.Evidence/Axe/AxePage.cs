using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Accessibility;
using Assay.Evidence.Json;

namespace Assay.Evidence.Axe;

/// <summary>What one run of axe-core over one page says.</summary>
internal sealed class AxePage
{
    private const int MostViolations = 100_000;

    private readonly List<AccessibilityViolation> violations = [];
    private readonly HashSet<string> lookedAt = new(StringComparer.Ordinal);
    private string? url, switchedOff;
    private int decided;

    public string? Version { get; private set; }

    /// <summary>Reads the object that was stepped into.</summary>
    public static AxePage Read(JsonPull json)
    {
        var page = new AxePage();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "url":
                    page.url = json.TakeText();
                    break;
                case "testEngine" when json.BeginObject():
                    while (json.NextKey())
                        if (json.Key == "version") page.Version = json.TakeText();
                        else json.Skip();
                    break;
                case "toolOptions" when json.BeginObject():
                    page.Options(json);
                    break;
                case "violations" or "passes" or "incomplete" or "inapplicable":
                    page.Rules(json, json.Key);
                    break;
                case "testEngine" or "toolOptions":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return page.url is { Length: > 0 } ? page : throw json.Mistake(EvidenceErrors.Unreadable, "it names no page ('url')");
    }

    public PageAccessibility ToObservation() => new("axe-core", url!, Problem(), [.. violations]);

    private string? Problem() =>
        decided == 0 ? "the run has no passes and no violations, so it looked at nothing"
        : switchedOff is not null ? $"the run switches the rule {switchedOff} off"
        : WcagTags.Required.Where(tag => !lookedAt.Contains(tag)).ToList() is { Count: > 0 } absent ? $"the run left out the rules of {string.Join(", ", absent)}"
        : null;

    private void Options(JsonPull json)
    {
        while (json.NextKey())
        {
            if (json.Key != "rules") json.Skip();
            else if (json.BeginObject())
                while (json.NextKey())
                {
                    var rule = json.Key;
                    if (!json.BeginObject()) continue;
                    while (json.NextKey())
                        if (json.Key != "enabled") json.Skip();
                        else if (json.TakeBool() == false) switchedOff ??= rule;
                }
        }
    }

    private void Rules(JsonPull json, string outcome)
    {
        if (!json.BeginArray()) return;
        while (json.NextObject())
        {
            string? id = null, impact = null;
            List<string> tags = [], targets = [];
            while (json.NextKey())
            {
                if (json.Key == "id") id = json.TakeText();
                else if (json.Key == "impact") impact = json.TakeText();
                else if (json.Key == "tags") tags.AddRange(json.Texts());
                else if (json.Key == "nodes" && outcome == "violations") Nodes(json, targets);
                else json.Skip();
            }
            lookedAt.UnionWith(tags);
            if (outcome is "violations" or "passes") decided++;
            if (outcome != "violations" || (!tags.Exists(WcagTags.IsLevel) && tags.Exists(WcagTags.IsOther))) continue;
            violations.AddRange(targets.DefaultIfEmpty("").Select(target => new AccessibilityViolation(id ?? "a rule without id", target, impact)));
            if (violations.Count > MostViolations) throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostViolations} violations");
        }
    }

    private static void Nodes(JsonPull json, List<string> targets)
    {
        if (!json.BeginArray()) return;
        while (json.NextObject())
        {
            var target = "";
            while (json.NextKey())
            {
                if (json.Key == "target") target = string.Join(' ', json.Texts());
                else json.Skip();
            }
            targets.Add(target);
        }
    }
}
