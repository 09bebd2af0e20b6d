using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>A JSON document as the nodes that a YAML document gives, each with its place, so that both are judged by the same code.</summary>
internal ref struct JsonNodes
{
    private const int DeepestNesting = 64;

    private readonly ReadOnlySpan<byte> _content;
    private Utf8JsonReader _reader;
    private int _line, _lineStart, _counted;

    private JsonNodes(ReadOnlySpan<byte> content)
    {
        _content = content;
        _reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = DeepestNesting });
        _line = 1;
    }

    /// <summary>The root; an error where the content is no JSON, is deeper than 64, or has a key twice.</summary>
    internal static (YamlNode? Root, AssayError? Error) Read(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8)) content = content[3..];
        var nodes = new JsonNodes(content);
        try
        {
            nodes._reader.Read();
            var root = nodes.Node();
            nodes._reader.Read(); // anything behind the root throws
            return (root, null);
        }
        catch (JsonException e)
        {
            return (null, new AssayError(EvidenceErrors.Unreadable, $"it is not valid JSON{(e.Message.Contains("depth", StringComparison.Ordinal) ? $", or nested deeper than {DeepestNesting}" : "")}", Line: (int)Math.Min(e.LineNumber ?? 0, int.MaxValue - 1) + 1));
        }
        catch (InvalidOperationException) // bytes or escapes that are no text
        {
            return (null, new AssayError(EvidenceErrors.Unreadable, "it holds bytes that are not UTF-8 text", Line: nodes._line));
        }
    }

    private YamlNode Node()
    {
        var (line, column) = Place();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Mapping(line, column);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) items.Add(Node());
                return new YamlSequence(items.ToImmutable(), line, column);
            case JsonTokenType.String:
                return new YamlScalar(_reader.GetString()!, Plain: false, line, column);
            default:
                return new YamlScalar(System.Text.Encoding.UTF8.GetString(_reader.ValueSpan), Plain: true, line, column);
        }
    }

    private YamlMapping Mapping(int line, int column)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var (keyLine, keyColumn) = Place();
            var key = _reader.GetString()!;
            if (!seen.Add(key)) throw new JsonException("twice", null, keyLine - 1, keyColumn - 1);
            _reader.Read();
            entries.Add(new YamlEntry(new YamlScalar(key, Plain: false, keyLine, keyColumn), Node()));
        }
        return new YamlMapping(entries.ToImmutable(), line, column);
    }

    private (int Line, int Column) Place()
    {
        var at = (int)_reader.TokenStartIndex;
        var passed = _content[_counted..at];
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            _line += passed.Count((byte)'\n');
            _lineStart = _counted + last + 1;
        }
        _counted = at;
        return (_line, at - _lineStart + 1);
    }
}
