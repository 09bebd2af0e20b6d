using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Output.Json;

/// <summary>How every JSON of Assay is written: indented, readable, the same bytes for the same content, a newline at the end.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, Action<Utf8JsonWriter> content)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            content(writer);
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>A text or null. What a reader cannot see is escaped, so that a terminal or an editor shows it as it is.</summary>
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        writer.WritePropertyName(name);
        writer.TextValue(value);
    }

    public static void TextValue(this Utf8JsonWriter writer, string? value)
    {
        value = value is null ? null : WellFormed(value);
        if (value is null || !value.EnumerateRunes().Any(Printable.IsHidden)) writer.WriteStringValue(value);
        else writer.WriteRawValue($"\"{EscapeHidden(JsonEncodedText.Encode(value, Options.Encoder).Value)}\"", skipInputValidation: true);
    }

    public static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.TextValue(value);
        writer.WriteEndArray();
    }

    public static void Number(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    /// <summary>An array of objects.</summary>
    public static void Objects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> content)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            content(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Half a surrogate pair, which no UTF-8 can hold, becomes the replacement character.</summary>
    private static string WellFormed(string value) => value.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(value.EnumerateRunes()) : value;

    private static string EscapeHidden(string encoded)
    {
        var text = new StringBuilder(encoded.Length + 16);
        foreach (var rune in encoded.EnumerateRunes())
        {
            if (!Printable.IsHidden(rune)) text.Append(rune);
            else foreach (var unit in rune.ToString()) text.Append($"\\u{(int)unit:X4}");
        }
        return text.ToString();
    }
}
