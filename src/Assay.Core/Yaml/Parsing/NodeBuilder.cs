using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assay.Core.Yaml.Parsing;

/// <summary>Builds nodes from the parser's events; depth is capped before anything is kept.</summary>
internal sealed class NodeBuilder(string text, YamlMistakes mistakes)
{
    private readonly Parser _parser = new(new StringReader(text));

    /// <summary>The one document.</summary>
    public YamlNode? Build() => Guarded(BuildRoot);

    /// <summary>All documents; none where one of them cannot be read.</summary>
    public ImmutableArray<YamlNode> BuildAll()
    {
        var roots = ImmutableArray.CreateBuilder<YamlNode>();
        return Guarded(() => BuildRoots(roots)) is null ? [] : roots.ToImmutable();
    }

    private T? Guarded<T>(Func<T?> build) where T : class
    {
        try
        {
            return build();
        }
        catch (SyntaxErrorException e)
        {
            Refuse(e.Start, $"not valid YAML: {Sentence(e.Message)}", "Correct the syntax there; look at the indentation and at quotes first.");
        }
        catch (YamlException e)
        {
            Refuse(e.Start, $"not valid YAML: {Sentence(e.Message)}", null);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner loses its footing on some malformed flow collections and throws these instead of its own.
            Refuse(_parser.Current?.End ?? Mark.Empty, "not valid YAML after this place", null);
        }
        return null;
    }

    private object? BuildRoots(ImmutableArray<YamlNode>.Builder roots)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            if (Node(1) is not { } root) return null;
            _parser.Consume<DocumentEnd>();
            roots.Add(root);
        }
        return roots;
    }

    private YamlNode? BuildRoot()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return Refuse(Mark.Empty, "the file is empty", null);
        _parser.Consume<DocumentStart>();
        var root = Node(1);
        if (root is null) return null;
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second)
            ? Refuse(second.Start, "a second document begins here", "Keep one document to a file.")
            : root;
    }

    private YamlNode? Node(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            var (line, column) = Place(alias.Start);
            mistakes.Add(line, column, $"alias '*{Short(alias.Value.Value)}' is not allowed", "Write the value out.");
            return new YamlRefused(line, column);
        }
        return Node(_parser.Consume<NodeEvent>(), depth);
    }

    private YamlNode? Node(NodeEvent current, int depth)
    {
        var (line, column) = Place(current.Start);
        if (!current.Anchor.IsEmpty) mistakes.Add(line, column, $"anchor '&{Short(current.Anchor.Value)}' is not allowed", "Remove it, and write out what refers to it.");
        if (!current.Tag.IsEmpty) mistakes.Add(line, column, $"tag '{Short(current.Tag.Value)}' is not allowed", "Remove it; the key decides the type.");
        if (current is Scalar scalar) return new YamlScalar(scalar.Value, scalar.Style is ScalarStyle.Plain, line, column);
        if (depth > YamlReader.DeepestNesting) return Refuse(current.Start, $"nested deeper than {YamlReader.DeepestNesting} levels", null);
        return current is MappingStart ? Mapping(line, column, depth) : Sequence(line, column, depth);
    }

    private YamlSequence? Sequence(int line, int column, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } item) return null;
            items.Add(item);
        }
        return new YamlSequence(items.ToImmutable(), line, column);
    }

    private YamlMapping? Mapping(int line, int column, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value) return null;
            if (key is not YamlScalar name)
            {
                if (key is not YamlRefused) mistakes.Add(key, "a key must be a single word", "Quote the value if it begins with { or [.");
            }
            else if (first.TryGetValue(name.Text, out var before))
            {
                mistakes.Add(name, $"key '{Short(name.Text)}' stands twice; first in line {before}", "Keep one of them.");
            }
            else
            {
                first.Add(name.Text, name.Line);
                entries.Add(new YamlEntry(name, value));
            }
        }
        return new YamlMapping(entries.ToImmutable(), line, column);
    }

    private YamlNode? Refuse(Mark at, string what, string? nextStep)
    {
        var (line, column) = Place(at);
        mistakes.Add(line, column, what, nextStep);
        return null;
    }

    private static (int Line, int Column) Place(Mark mark) => ((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Sentence(string message)
    {
        var text = Short(message.Trim().TrimEnd('.'), 200);
        return text.Length == 0 ? "unreadable" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static string Short(string text, int length = 40) => Shown.Short(text, length);
}
