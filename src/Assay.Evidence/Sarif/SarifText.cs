using System.Text.Json;
using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>Small pieces that several SARIF objects share; each reads an object that has been stepped into.</summary>
internal static class SarifText
{
    private const int LongestMessage = 2000;

    /// <summary>The text of a message; its markdown or id where it has no text.</summary>
    internal static string? ReadMessage(JsonPull json)
    {
        string? text = null, markdown = null, id = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "text":
                    text = json.TakeText();
                    break;
                case "markdown":
                    markdown = json.TakeText();
                    break;
                case "id":
                    id = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var message = text ?? markdown ?? id;
        return message is { Length: > LongestMessage } ? message[..LongestMessage] + "…" : message;
    }

    /// <summary><c>security-severity</c> of a property bag, 0 to 10, null where it has none that makes sense; and whether a tag of it names security or a weakness.</summary>
    internal static (decimal? Severity, bool ConcernsSecurity) ReadSecurity(JsonPull json)
    {
        decimal? severity = null;
        bool concerns = false;
        while (json.NextKey())
        {
            if (json.Key == "security-severity")
            {
                severity = json.TakeLooseDecimal();
            }
            else if (json.Key == "tags")
            {
                concerns |= ReadTags(json);
            }
            else
            {
                json.Skip();
            }
        }
        return (severity is >= 0 and <= 10 ? severity : null, concerns);
    }

    /// <summary>Whether a tag names security or a weakness (CWE); what is no list of texts names nothing.</summary>
    private static bool ReadTags(JsonPull json)
    {
        var concerns = false;
        json.NextElement();
        if (json.Token != JsonTokenType.StartArray)
        {
            json.SkipElement();
            return false;
        }
        while (json.NextElement())
        {
            if (json.Token == JsonTokenType.String)
            {
                var tag = json.ElementText();
                concerns |= tag.Contains("security", StringComparison.OrdinalIgnoreCase) || tag.Contains("cwe", StringComparison.OrdinalIgnoreCase);
            }
            json.SkipElement();
        }
        return concerns;
    }
}
