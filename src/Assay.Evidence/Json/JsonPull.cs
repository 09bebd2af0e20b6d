using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Evidence.Json;

/// <summary>
/// Walks a JSON document of any size, piece by piece, with memory for one token. Refuses what is nested deeper than 64,
/// a token longer than 16 MB, and a key that stands twice in an object that is read. <c>null</c> counts as absent.
/// </summary>
internal sealed partial class JsonPull : IDisposable
{
    private const int DeepestNesting = 64;

    private readonly JsonBuffer _buffer;
    private readonly JsonNames _names = new();
    private readonly HashSet<string>?[] _seen = new HashSet<string>?[DeepestNesting + 2];
    private JsonReaderState _state;
    private int _depth, _tokenStart, _tokenEnd;

    /// <param name="several">Whether documents may follow one another, as in a log with one on each line.</param>
    internal JsonPull(Stream content, CancellationToken cancellation, bool several = false)
    {
        _state = new(new JsonReaderOptions { MaxDepth = DeepestNesting + 2, AllowMultipleValues = several });
        _buffer = new JsonBuffer(content, cancellation);
    }

    /// <summary>The token that was read last.</summary>
    internal JsonTokenType Token { get; private set; }

    /// <summary>The key that <see cref="NextKey"/> stopped at.</summary>
    internal string Key { get; private set; } = "";

    /// <summary>Steps into the object that comes next; false where it is <c>null</c>.</summary>
    internal bool BeginObject()
    {
        Advance();
        if (Token == JsonTokenType.Null)
        {
            return false;
        }
        InObject();
        return true;
    }

    /// <summary>Steps into the next document, which is an object; false behind the last.</summary>
    internal bool NextDocument()
    {
        if (!Next())
        {
            return false;
        }
        InObject();
        return true;
    }

    /// <summary>Steps to the next key of the object; its value has to be taken or skipped. False behind the last.</summary>
    internal bool NextKey()
    {
        Advance();
        if (Token == JsonTokenType.EndObject)
        {
            return false;
        }
        Key = _names.Get(_buffer.Bytes(_tokenStart + 1, _tokenEnd - 1)) ?? Text();
        if (!_seen[_depth]!.Add(Key))
        {
            throw Mistake(EvidenceErrors.Unreadable, $"the key '{Shown(Key)}' stands twice in one object");
        }
        return true;
    }

    /// <summary>Steps into the array that comes next; false where it is <c>null</c>.</summary>
    internal bool BeginArray()
    {
        Advance();
        return Token switch
        {
            JsonTokenType.Null => false,
            JsonTokenType.StartArray => true,
            _ => throw Wrong("an array"),
        };
    }

    /// <summary>Steps into the array or object that comes next and says which; null where it is <c>null</c>.</summary>
    internal JsonTokenType? BeginArrayOrObject()
    {
        Advance();
        switch (Token)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.StartArray:
                return Token;
            default:
                InObject();
                return Token;
        }
    }

    /// <summary>Steps into the next object of an array; false behind the last. Anything but an object is a mistake.</summary>
    internal bool NextObject()
    {
        if (!NextElement())
        {
            return false;
        }
        InObject();
        return true;
    }

    /// <summary>Steps to the next element of an array; false behind the last.</summary>
    internal bool NextElement()
    {
        Advance();
        return Token != JsonTokenType.EndArray;
    }

    /// <summary>Passes over the value that comes next.</summary>
    internal void Skip()
    {
        Advance();
        SkipElement();
    }

    /// <summary>Passes over what is left of the element that <see cref="NextElement"/> stopped at.</summary>
    internal void SkipElement()
    {
        if (Token is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            SkipRest();
        }
    }

    /// <summary>Makes sure that nothing follows.</summary>
    internal void End()
    {
        if (Next())
        {
            throw Mistake(EvidenceErrors.Unreadable, "something follows the end of the document");
        }
    }

    /// <summary>A mistake at the token that was read last.</summary>
    internal JsonMistake Mistake(ErrorKind kind, string what)
    {
        var (line, column) = _buffer.Place(_tokenStart);
        return new JsonMistake(new AssayError(kind, what, Line: line, Column: column));
    }

    /// <inheritdoc />
    public void Dispose() => _buffer.Dispose();

    /// <summary>Steps into the object that <see cref="NextElement"/> stopped at.</summary>
    internal void InObject()
    {
        if (Token != JsonTokenType.StartObject)
        {
            throw Wrong("an object");
        }
        (_seen[_depth] ??= new HashSet<string>(StringComparer.Ordinal)).Clear();
    }

    private void SkipRest()
    {
        var outside = _depth - 1;
        while (_depth > outside)
        {
            Advance();
        }
    }

    private JsonMistake Wrong(string expected) =>
        Mistake(EvidenceErrors.Unreadable, $"{(Key.Length == 0 ? "the document" : $"'{Shown(Key)}'")} holds something other than {expected}");

    private static string Shown(string key) => key.Length > 60 ? key[..60] + "…" : key;

    private void Advance()
    {
        if (!Next())
        {
            _tokenStart = _buffer.Position;
            throw Mistake(EvidenceErrors.Unreadable, "it is cut off: the document ends too early");
        }
    }

    private bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.Rest, _buffer.AtEnd, _state);
            bool found;
            try
            {
                found = reader.Read();
            }
            catch (JsonException e)
            {
                throw Malformed(e);
            }
            var start = _buffer.Position;
            _state = reader.CurrentState;
            if (found)
            {
                (Token, _tokenStart, _tokenEnd) = (reader.TokenType, start + (int)reader.TokenStartIndex, start + (int)reader.BytesConsumed);
                if (Token == JsonTokenType.PropertyName)
                {
                    _tokenEnd = _tokenStart + reader.ValueSpan.Length + 2; // what was consumed reaches to behind the colon
                }
                _depth = reader.CurrentDepth + (Token is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0);
            }
            _buffer.Consume((int)reader.BytesConsumed);
            if (_depth > DeepestNesting)
            {
                throw Mistake(EvidenceErrors.TooDeep, $"it is nested deeper than {DeepestNesting}");
            }
            if (found || _buffer.AtEnd)
            {
                return found;
            }
            if (!_buffer.Fill())
            {
                _tokenStart = _buffer.Position;
                throw Mistake(EvidenceErrors.TooDeep, $"one value is longer than {JsonBuffer.LongestToken / (1024 * 1024)} MB");
            }
        }
    }

    private JsonMistake Malformed(JsonException e)
    {
        var (line, column) = ((int)(e.LineNumber ?? 0) + 1, (int)Math.Min(e.BytePositionInLine ?? 0, int.MaxValue - 1) + 1);
        if (_buffer.AtEnd && (line, column) == _buffer.EndPlace)
        {
            return new JsonMistake(new AssayError(EvidenceErrors.Unreadable, "it is cut off: the document ends too early", Line: line, Column: column));
        }
        return new JsonMistake(new AssayError(EvidenceErrors.Unreadable, "it is not valid JSON", Line: line, Column: column));
    }
}
