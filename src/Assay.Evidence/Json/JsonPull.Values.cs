using System.Globalization;
using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Evidence.Json;

/// <summary>The values of the document.</summary>
internal sealed partial class JsonPull
{
    /// <summary>The text that comes next; null where it is <c>null</c>.</summary>
    internal string? TakeText()
    {
        Advance();
        return Token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => Text(),
            _ => throw Wrong("a text"),
        };
    }

    /// <summary>The whole number that comes next; null where it is <c>null</c>.</summary>
    internal int? TakeInt()
    {
        Advance();
        return Token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number when int.TryParse(_buffer.Bytes(_tokenStart, _tokenEnd), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Wrong("a whole number of ordinary size"),
        };
    }

    /// <summary>The truth value that comes next; null where it is <c>null</c>.</summary>
    internal bool? TakeBool()
    {
        Advance();
        return Token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw Wrong("true or false"),
        };
    }

    /// <summary>A decimal, written as a number or as a text; null for anything else, which is skipped.</summary>
    internal decimal? TakeLooseDecimal()
    {
        Advance();
        return ElementDecimal();
    }

    /// <summary>As <see cref="TakeLooseDecimal"/>, for the element that <see cref="NextElement"/> stopped at.</summary>
    internal decimal? ElementDecimal()
    {
        var text = Token is JsonTokenType.String or JsonTokenType.Number ? _buffer.Bytes(_tokenStart, _tokenEnd).Trim((byte)'"') : default;
        SkipElement();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The texts of the array that comes next; what is no text is passed over.</summary>
    internal List<string> Texts()
    {
        List<string> texts = [];
        if (!BeginArray())
        {
            return texts;
        }
        while (NextElement())
        {
            if (Token == JsonTokenType.String)
            {
                texts.Add(Text());
            }
            SkipElement();
        }
        return texts;
    }

    private string Text()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.Bytes(_tokenStart, _tokenEnd));
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException) // bytes or escapes that are no text
        {
            throw Mistake(EvidenceErrors.Unreadable, "it holds bytes that are not UTF-8 text");
        }
    }
}
