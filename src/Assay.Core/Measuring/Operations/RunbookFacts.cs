using System.Text;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Operations;

/// <summary>Runbooks: every alert leads to one that exists and says something in each of its sections. And the description of incident response.</summary>
internal static class RunbookFacts
{
    private const string Incidents = "runbooks/incident-response.md";

    private static readonly string[] Sections = ["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation"];
    private static readonly string[] Response = ["Roles", "Severities", "Contacts", "Escalation", "Record"];

    public static void Add(MeasureInput input, FactDraft draft)
    {
        AddRunbooks(input, draft);
        var path = Full(input, Incidents);
        if (input.Head.Read(path) is not { } bytes)
        {
            draft.Missing(FactNames.IncidentResponseDescribed, $"no {path}", "Write it, with the sections Roles, Severities, Contacts, Escalation and Record; assay init runbooks begins it.");
            return;
        }
        var mistake = RunbookText.Mistake(Encoding.UTF8.GetString(bytes), Response);
        draft.Measured(FactNames.IncidentResponseDescribed, Quantity.Boolean(mistake is null), [], reason: mistake is null ? null : $"{path}: {mistake}",
            locations: mistake is null ? [] : [new Location(path, Note: mistake)]);
    }

    private static void AddRunbooks(MeasureInput input, FactDraft draft)
    {
        var rules = input.All<AlertRule>().ToList();
        if (rules.Count == 0)
        {
            draft.Missing(FactNames.AlertsWithRunbook, "no rule file with an alert");
            return;
        }
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        var without = rules.Select(rule => (rule.Observation, rule.Item, Why: Mistake(input, rule.Observation, read))).Where(rule => rule.Why is not null).ToList();
        draft.Measured(FactNames.AlertsWithRunbook, Quantity.Percent(rules.Count - without.Count, rules.Count), rules.Select(rule => rule.Item.Digest),
            $"of {rules.Count} alerts", without.Count == 0 ? null : $"{without[0].Observation.Name}: {without[0].Why}",
            without.Select(rule => new Location(rule.Item.Path, rule.Observation.Line, Note: $"{rule.Observation.Name}: {rule.Why}")));
    }

    /// <summary>Why the alert leads to no runbook that helps; null where it does.</summary>
    private static string? Mistake(MeasureInput input, AlertRule rule, Dictionary<string, string?> read)
    {
        if ((rule.Annotations.GetValueOrDefault("runbook") ?? rule.Annotations.GetValueOrDefault("runbook_url")) is not { Length: > 0 } named) return "it has no annotation runbook";
        if (Find(input, named) is not { } path) return $"there is no {Yaml.Shown.Short(named)} in this component";
        if (!read.TryGetValue(path, out var mistake)) read[path] = mistake = RunbookText.Mistake(Encoding.UTF8.GetString(input.Head.Read(path)!), Sections);
        return mistake is null ? null : $"{path}: {mistake}";
    }

    /// <summary>The Markdown file that a path leads to, from the component's folder or the repository's; or that an address ends with, the longest such.</summary>
    private static string? Find(MeasureInput input, string named)
    {
        var path = named.Split('#', '?')[0];
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return null;
        var files = input.Head.Files.Where(file => file.Mode is "100644" or "100755" && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).Select(file => file.Path);
        if (path.Contains("://", StringComparison.Ordinal))
            return files.Where(file => input.Component.Contains(file) && path.EndsWith($"/{Local(input, file)}", StringComparison.Ordinal)).MaxBy(file => file.Length);
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return files.FirstOrDefault(file => file == Full(input, path)) ?? files.FirstOrDefault(file => file == path);
    }

    private static string Full(MeasureInput input, string local) => input.Component.Path.Length == 0 ? local : $"{input.Component.Path}/{local}";

    private static string Local(MeasureInput input, string path) => input.Component.Path.Length == 0 ? path : path[(input.Component.Path.Length + 1)..];
}
