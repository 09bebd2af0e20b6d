using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Evidence.Recognition;

/// <summary>The keys of a JSON object's top level, and what its <c>schema</c> says, as far as they stand in the beginning of the file.</summary>
internal static class JsonKeys
{
    private static readonly JsonReaderOptions Tolerant = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 1000,
    };

    public static (IReadOnlySet<string> Keys, string? Schema) Of(ReadOnlySpan<byte> utf8)
    {
        var keys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        string? schema = null;
        var isSchema = false;
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(Tolerant));
        try
        {
            while (reader.Read())
            {
                if (isSchema && reader.TokenType == JsonTokenType.String) schema ??= reader.GetString();
                isSchema = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("schema"u8);
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                    keys.Add(reader.GetString()!);
            }
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            // What stands before the mistake is enough to recognise the format; its reader will name the mistake.
            return (keys.ToImmutable(), schema);
        }
        return (keys.ToImmutable(), schema);
    }
}
