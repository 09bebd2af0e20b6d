using Assay.Evidence.Json;

namespace Assay.Evidence.OtlpMetrics;

/// <summary>A list <c>[{ "key": …, "value": { "stringValue": … } }]</c>.</summary>
internal static class OtlpAttributes
{
    /// <summary>The attributes that are text; others are passed over.</summary>
    public static List<(string Name, string Text)> Read(JsonPull json)
    {
        List<(string, string)> attributes = [];
        if (!json.BeginArray()) return attributes;
        while (json.NextObject())
        {
            string? name = null, text = null;
            while (json.NextKey())
            {
                if (json.Key == "key") name = json.TakeText();
                else if (json.Key == "value" && json.BeginObject()) text = Value(json);
                else if (json.Key != "value") json.Skip();
            }
            if (name is not null && text is not null) attributes.Add((name, text));
        }
        return attributes;
    }

    private static string? Value(JsonPull json)
    {
        string? text = null;
        while (json.NextKey())
        {
            if (json.Key == "stringValue") text = json.TakeText();
            else json.Skip();
        }
        return text;
    }
}
