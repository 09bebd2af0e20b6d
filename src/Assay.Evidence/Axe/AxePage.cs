using System.Text.Json;
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
    private string? url, narrowed;
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
                case "context":
                    page.Context(json);
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
        : !WebAddress.Is(url!) ? "this is no page of http or https"
        : narrowed is not null ? narrowed
        : WcagTags.Required.Where(tag => !lookedAt.Contains(tag)).ToList() is { Count: > 0 } absent ? $"the run left out the rules of {string.Join(", ", absent)}"
        : null;

    private void Options(JsonPull json)
    {
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "rules" when json.BeginObject():
                    SwitchedOff(json);
                    break;
                case "rules":
                    break;
                case "runOnly":
                    RunOnly(json);
                    break;
                case "exclude" or "include":
                    Part(json);
                    break;
                case "context":
                    Context(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private void SwitchedOff(JsonPull json)
    {
        while (json.NextKey())
        {
            var rule = json.Key;
            if (!json.BeginObject()) continue;
            while (json.NextKey())
                if (json.Key != "enabled") json.Skip();
                else if (json.TakeBool() == false) narrowed ??= $"the run switches the rule {rule} off";
        }
    }

    /// <summary>Whole tags may be chosen, and what they leave out is seen below; a bare list or name does not say what it is.</summary>
    private void RunOnly(JsonPull json)
    {
        var isTag = false;
        json.NextElement();
        if (json.Token == JsonTokenType.Null) return;
        if (json.Token == JsonTokenType.StartObject)
        {
            json.InObject();
            while (json.NextKey())
                if (json.Key == "type") isTag = json.TakeText()?.ToLowerInvariant() is "tag" or "tags";
                else json.Skip();
        }
        else json.SkipElement();
        if (!isTag) narrowed ??= "only some rules ran";
    }

    private void Context(JsonPull json)
    {
        json.NextElement();
        if (json.Token != JsonTokenType.StartObject)
        {
            json.SkipElement();
            return;
        }
        json.InObject();
        while (json.NextKey())
            if (json.Key is "exclude" or "include") Part(json);
            else json.Skip();
    }

    /// <summary>A value that chooses a part of the page, unless it is null or an empty list.</summary>
    private void Part(JsonPull json)
    {
        var key = json.Key;
        json.NextElement();
        if (json.Token == JsonTokenType.Null) return;
        var any = json.Token != JsonTokenType.StartArray;
        if (any) json.SkipElement();
        else
            while (json.NextElement())
            {
                any = true;
                json.SkipElement();
            }
        if (any) narrowed ??= $"the run looked at a part of the page only ({key})";
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
                else if (json.Key == "tags") tags.AddRange(json.Texts().Select(tag => tag.ToLowerInvariant()));
                else if (json.Key == "nodes" && outcome != "inapplicable") Nodes(json, targets);
                else json.Skip();
            }
            if (outcome == "passes" && targets.Count == 0) continue;
            lookedAt.UnionWith(tags);
            if (outcome is "violations" or "passes") decided++;
            var isOpen = outcome == "incomplete";
            if (outcome is not ("violations" or "incomplete") || (!tags.Exists(WcagTags.IsLevel) && (isOpen || tags.Exists(WcagTags.IsOther)))) continue;
            violations.AddRange(targets.DefaultIfEmpty("").Select(target => new AccessibilityViolation(id ?? "a rule without id", target, isOpen ? "to be looked at" : impact)));
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
