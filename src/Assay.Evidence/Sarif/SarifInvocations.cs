using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>How the tool was run: whether it came to its end, and which rules were given another level.</summary>
internal sealed class SarifInvocations
{
    private readonly List<(SarifRuleReference Rule, SarifLevel Level)> _overrides = [];

    internal bool Failed { get; private set; }

    /// <summary>Reads the array, which has been stepped into.</summary>
    internal void Read(JsonPull json)
    {
        while (json.NextObject())
        {
            while (json.NextKey())
            {
                switch (json.Key)
                {
                    case "executionSuccessful":
                        Failed |= json.TakeBool() == false;
                        break;
                    case "ruleConfigurationOverrides" when json.BeginArray():
                        ReadOverrides(json);
                        break;
                    case "ruleConfigurationOverrides":
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
        }
    }

    /// <summary>Gives the rules their configured levels; where several invocations differ, the gravest.</summary>
    internal void Apply(SarifTool tool)
    {
        var configured = new Dictionary<SarifRule, SarifLevel>();
        foreach (var (reference, level) in _overrides)
        {
            if (tool.Find(reference) is { } rule)
            {
                configured[rule] = configured.TryGetValue(rule, out var other) && other > level ? other : level;
            }
        }
        foreach (var (rule, level) in configured)
        {
            rule.Level = level;
        }
    }

    private void ReadOverrides(JsonPull json)
    {
        while (json.NextObject())
        {
            SarifRuleReference rule = default;
            SarifLevel? level = null;
            while (json.NextKey())
            {
                switch (json.Key)
                {
                    case "descriptor" when json.BeginObject():
                        rule = SarifRuleReference.Read(json);
                        break;
                    case "configuration" when json.BeginObject():
                        level = SarifLevels.ReadConfiguration(json);
                        break;
                    case "descriptor" or "configuration":
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
            if (level is { } given)
            {
                _overrides.Add((rule, given));
            }
        }
    }
}
