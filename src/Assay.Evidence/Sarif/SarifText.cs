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

    /// <summary><c>security-severity</c> of a property bag, 0 to 10; null where it has none that makes sense.</summary>
    internal static decimal? ReadSecuritySeverity(JsonPull json)
    {
        decimal? severity = null;
        while (json.NextKey())
        {
            if (json.Key == "security-severity")
            {
                severity = json.TakeLooseDecimal();
            }
            else
            {
                json.Skip();
            }
        }
        return severity is >= 0 and <= 10 ? severity : null;
    }
}
