using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>The tool of a run: its driver and its extensions, each with rules.</summary>
internal sealed class SarifTool
{
    private SarifComponent? _driver;
    private readonly List<SarifComponent> _extensions = [];

    internal string Name => _driver?.Name ?? "";

    internal string? Version => _driver?.Version;

    /// <summary>It gives at least one of its rules a <c>security-severity</c>.</summary>
    internal bool RatesSecurity => _driver?.RatesSecurity == true || _extensions.Exists(extension => extension.RatesSecurity);

    internal static SarifTool Read(JsonPull json)
    {
        var tool = new SarifTool();
        if (!json.BeginObject())
        {
            return tool;
        }
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "driver" when json.BeginObject():
                    tool._driver = SarifComponent.Read(json);
                    break;
                case "extensions" when json.BeginArray():
                    while (json.NextObject())
                    {
                        tool._extensions.Add(SarifComponent.Read(json));
                    }
                    break;
                case "driver" or "extensions":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return tool;
    }

    /// <summary>The rule that a result or an override means; null where the log does not describe it.</summary>
    internal SarifRule? Find(SarifRuleReference reference)
    {
        var named = Component(reference);
        if (named is not null && reference.RuleIndex is { } at)
        {
            return named.At(at);
        }
        if (reference.Id is not { Length: > 0 } id)
        {
            return null;
        }
        // "CA1000/1" refines the rule "CA1000" (SARIF 2.1.0, 3.5.4).
        for (var length = id.Length; length > 0; length = id.LastIndexOf('/', length - 1))
        {
            var rule = named?.Find(id[..length]) ?? _extensions.Select(extension => extension.Find(id[..length])).FirstOrDefault(found => found is not null);
            if (rule is not null)
            {
                return rule;
            }
        }
        return null;
    }

    private SarifComponent? Component(SarifRuleReference reference) =>
        reference.ComponentIndex is { } at ? (at >= 0 && at < _extensions.Count ? _extensions[at] : null)
        : reference.ComponentName is { } name ? _extensions.Find(extension => extension.Name == name) ?? _driver
        : _driver;
}

/// <summary>How a result names its rule.</summary>
internal readonly record struct SarifRuleReference(string? Id, int? RuleIndex, int? ComponentIndex, string? ComponentName)
{
    /// <summary>Reads a reportingDescriptorReference, whose object has been stepped into.</summary>
    internal static SarifRuleReference Read(JsonPull json)
    {
        var reference = new SarifRuleReference();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    reference = reference with { Id = json.TakeText() };
                    break;
                case "index":
                    reference = reference with { RuleIndex = NotNegative(json.TakeInt()) };
                    break;
                case "toolComponent" when json.BeginObject():
                    while (json.NextKey())
                    {
                        switch (json.Key)
                        {
                            case "index":
                                reference = reference with { ComponentIndex = NotNegative(json.TakeInt()) };
                                break;
                            case "name":
                                reference = reference with { ComponentName = json.TakeText() };
                                break;
                            default:
                                json.Skip();
                                break;
                        }
                    }
                    break;
                case "toolComponent":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return reference;
    }

    // -1 is the standard's own way to say "no index".
    internal static int? NotNegative(int? index) => index is < 0 ? null : index;
}
