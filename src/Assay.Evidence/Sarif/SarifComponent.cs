using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>A driver or an extension.</summary>
internal sealed class SarifComponent
{
    private readonly List<SarifRule> _rules = [];
    private Dictionary<string, SarifRule>? _byId;

    internal string? Name { get; private set; }

    internal string? Version { get; private set; }

    internal bool RatesSecurity => _rules.Exists(rule => rule.SecuritySeverity is not null);

    internal static SarifComponent Read(JsonPull json)
    {
        var component = new SarifComponent();
        string? version = null, semantic = null, dotted = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "name":
                    component.Name = json.TakeText();
                    break;
                case "version":
                    version = json.TakeText();
                    break;
                case "semanticVersion":
                    semantic = json.TakeText();
                    break;
                case "dottedQuadFileVersion":
                    dotted = json.TakeText();
                    break;
                case "rules" when json.BeginArray():
                    while (json.NextObject())
                    {
                        component._rules.Add(SarifRule.Read(json));
                    }
                    break;
                case "rules":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        component.Version = semantic ?? version ?? dotted;
        return component;
    }

    internal SarifRule? At(int index) => index < _rules.Count ? _rules[index] : null;

    internal SarifRule? Find(string id)
    {
        if (_byId is null)
        {
            _byId = new Dictionary<string, SarifRule>(StringComparer.Ordinal);
            foreach (var rule in _rules)
            {
                _byId.TryAdd(rule.Id, rule);
            }
        }
        return _byId.GetValueOrDefault(id);
    }
}

/// <summary>What a tool says of one of its rules.</summary>
internal sealed class SarifRule
{
    internal string Id { get; private set; } = "";

    internal string? Summary { get; private set; }

    internal decimal? SecuritySeverity { get; private set; }

    /// <summary>A tag of it names security or a weakness (CWE).</summary>
    internal bool ConcernsSecurity { get; private set; }

    /// <summary>The default level, or the one that the run was configured with.</summary>
    internal SarifLevel? Level { get; set; }

    internal static SarifRule Read(JsonPull json)
    {
        var rule = new SarifRule();
        string? name = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    rule.Id = json.TakeText() ?? "";
                    break;
                case "name":
                    name = json.TakeText();
                    break;
                case "shortDescription" when json.BeginObject():
                    rule.Summary = SarifText.ReadMessage(json);
                    break;
                case "defaultConfiguration" when json.BeginObject():
                    rule.Level = SarifLevels.ReadConfiguration(json);
                    break;
                case "properties" when json.BeginObject():
                    (rule.SecuritySeverity, rule.ConcernsSecurity) = SarifText.ReadSecurity(json);
                    break;
                case "shortDescription" or "defaultConfiguration" or "properties":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        rule.Summary ??= name;
        return rule;
    }
}
