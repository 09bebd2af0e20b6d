using System.Collections.Immutable;
using Assay.Core.Sources;
using Assay.Core.Sources.Lexing;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>The declarations of a C# file with their exact places, told from its text alone.</summary>
internal sealed class CSharpFile
{
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly int[] match;
    private readonly ImmutableArray<Part>.Builder parts = ImmutableArray.CreateBuilder<Part>();

    private CSharpFile(string text)
    {
        this.text = text;
        Lines = new LineMap(text);
        tokens = SourceOutline.LexerOf(Language.CSharp, text, Lines).Run();
        match = Brackets();
    }

    public LineMap Lines { get; }

    /// <summary>Outer before inner.</summary>
    public ImmutableArray<Part> Parts { get; private set; } = [];

    /// <summary>Words of the code with their offsets; those in comments and texts are none.</summary>
    public IEnumerable<(string Word, int Start)> Words => tokens.Where(token => token.Kind == TokenKind.Word).Select(token => (text.Substring(token.Start, token.Length), token.Start));

    /// <summary>Null where its brackets do not match, so that no declaration's end can be told.</summary>
    public static CSharpFile? Read(string text)
    {
        var file = new CSharpFile(text);
        if (file.tokens.Any(token => token.Kind == TokenKind.Unknown) || !file.Declarations(0, file.tokens.Count, null)) return null;
        file.Parts = file.parts.ToImmutable();
        return file;
    }

    /// <summary>Whether an offset lies within a text of several lines.</summary>
    public bool InText(int offset) => tokens.Any(token => token.Kind == TokenKind.Text && token.Start < offset && offset < token.Start + token.Length);

    private bool Declarations(int from, int to, Part? parent)
    {
        for (var at = from; at < to;)
        {
            if (Is(at, ";") || tokens[at].Kind == TokenKind.Directive)
            {
                at++;
                continue;
            }
            var next = Declaration(at, to, parent);
            if (next <= at) return false;
            at = next;
        }
        return true;
    }

    /// <summary>Token behind the declaration; not beyond <paramref name="first"/> where it cannot be read.</summary>
    private int Declaration(int first, int to, Part? parent)
    {
        var attributes = ImmutableArray.CreateBuilder<string>();
        var at = first;
        for (; Is(at, "["); at = match[at] + 1)
        {
            if (match[at] < 0) return -1;
            Attributes(at, attributes);
        }
        var member = parent is { Kind: PartKind.Type };
        if (!member && at == first && (Is(at, "using") || (Is(at, "global") && Is(at + 1, "using")) || Is(at, "extern"))) return Simple(PartKind.Using, "", first, at, to, parent, attributes);
        if (!member && Is(at, "namespace")) return Namespace(first, at, to, parent);
        var (keyword, end, body) = Shape(at, to);
        if (end < 0) return -1;
        if (keyword >= 0)
        {
            var name = keyword + 1;
            if (Is(name, "struct") || Is(name, "class")) name++;
            var full = parent is null ? Text(name) : parent.Kind == PartKind.Type ? $"{parent.Name}+{Text(name)}" : $"{parent.Name}.{Text(name)}";
            var type = Add(PartKind.Type, full, first, end, body, parent, attributes);
            if (body >= 0 && !IsEnum(keyword) && !Declarations(body + 1, match[body], type)) return -1;
            return end + 1;
        }
        Add(PartKind.Member, MemberName(at, end), first, end, -1, parent, attributes);
        return end + 1;
    }

    private int Namespace(int first, int at, int to, Part? parent)
    {
        var name = at + 1;
        var stop = name;
        while (stop < to && !Is(stop, "{") && !Is(stop, ";")) stop++;
        if (stop == to) return -1;
        var inner = string.Concat(tokens[name..stop].Select(token => text.Substring(token.Start, token.Length)));
        var full = parent is null ? inner : $"{parent.Name}.{inner}";
        var end = Is(stop, ";") ? to - 1 : match[stop];
        if (end < 0) return -1;
        var part = Add(PartKind.Namespace, full, first, end, stop, parent, ImmutableArray.CreateBuilder<string>());
        return Declarations(stop + 1, Is(stop, ";") ? to : end, part) ? end + 1 : -1;
    }

    private int Simple(PartKind kind, string name, int first, int at, int to, Part? parent, ImmutableArray<string>.Builder attributes)
    {
        while (at < to && !Is(at, ";")) at++;
        if (at == to) return -1;
        Add(kind, name, first, at, -1, parent, attributes);
        return at + 1;
    }

    /// <summary>The word that declares a type (-1 for a member), the last token, and the brace of a type's body.</summary>
    private (int Keyword, int End, int Body) Shape(int at, int to)
    {
        var (keyword, value) = (-1, false);
        for (var i = at; i < to; i++)
        {
            if (Is(i, ";")) return (keyword, i, -1);
            value |= Is(i, "=") || Is(i, "=>");
            if (Is(i, "operator"))
            {
                while (i < to && !Is(i, "(")) i++;
                if (i == to) return (-1, -1, -1);
            }
            if (keyword < 0 && !value && IsTypeWord(i) && !tokens[at..i].Any(token => text[token.Start] == '(')) keyword = i;
            if (Is(i, "{"))
            {
                if (match[i] < 0) return (-1, -1, -1);
                var body = i;
                i = match[i];
                if (keyword >= 0) return (keyword, Is(i + 1, ";") && i + 1 < to ? i + 1 : i, body);
                if (value || (Is(i + 1, "=") && i + 1 < to)) continue;
                return (-1, i, -1);
            }
            if (Is(i, "(") || Is(i, "["))
            {
                if (match[i] < 0) return (-1, -1, -1);
                i = match[i];
            }
            else if (Is(i, "}") || Is(i, ")") || Is(i, "]"))
            {
                return (-1, -1, -1);
            }
        }
        return (-1, -1, -1);
    }

    private bool IsTypeWord(int at) => tokens[at].Kind == TokenKind.Word && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word
        && (Text(at) is "class" or "struct" or "interface" or "enum" || (Text(at) == "record" && (Is(at + 1, "struct") || Is(at + 1, "class") || at + 2 >= tokens.Count || Text(at + 2) is "(" or "{" or ":" or ";" or "<")));

    private bool IsEnum(int keyword) => Is(keyword, "enum");

    /// <summary>The word before its parameters, its value, its accessors or its end.</summary>
    private string MemberName(int at, int end)
    {
        var name = "";
        for (var i = at; i <= end; i++)
        {
            if (Is(i, "(") && name.Length > 0) return name;
            if (Is(i, "(") || Is(i, "[")) i = match[i];
            else if (Is(i, "{") || Is(i, "=") || Is(i, "=>") || Is(i, ";")) return name;
            else if (Is(i, "<") && Generic(i) is var close && Is(close + 1, "(")) return name;
            else if (tokens[i].Kind == TokenKind.Word && !IsModifier(Text(i))) name = i + 1 <= end && NamesMember(i + 1) ? Text(i) : name.Length > 0 && tokens[i - 1].Kind == TokenKind.Word ? Text(i) : "";
        }
        return name;
    }

    private bool NamesMember(int next) => Is(next, "(") || Is(next, "{") || Is(next, "=") || Is(next, "=>") || Is(next, ";") || Is(next, "<") || Is(next, ",");

    private int Generic(int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (Is(i, "<")) depth++;
            else if (Is(i, ">") && --depth == 0) return i;
            else if (Is(i, ";") || Is(i, "{") || Is(i, "(")) break;
        }
        return open;
    }

    private static bool IsModifier(string word) => word is "public" or "private" or "protected" or "internal" or "static" or "async" or "override" or "virtual" or "sealed" or "abstract"
        or "readonly" or "const" or "new" or "partial" or "unsafe" or "extern" or "required" or "event" or "delegate" or "ref" or "volatile" or "implicit" or "explicit";

    private void Attributes(int open, ImmutableArray<string>.Builder into)
    {
        for (var i = open + 1; i < match[open]; i++)
        {
            if (Is(i, "(")) i = match[i];
            else if (tokens[i].Kind == TokenKind.Word && !Is(i + 1, ".") && !Is(i + 1, ":"))
            {
                var name = Text(i);
                into.Add(name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name);
            }
        }
    }

    private Part Add(PartKind kind, string name, int first, int last, int body, Part? parent, ImmutableArray<string>.Builder attributes)
    {
        var end = tokens[last].Start + tokens[last].Length;
        var part = new Part(kind, name, tokens[first].Start, end, body < 0 ? end : tokens[body].Start, parent, attributes.ToImmutable());
        parts.Add(part);
        return part;
    }

    private bool Is(int at, string word) => at >= 0 && at < tokens.Count && tokens[at].Length == word.Length && tokens[at].Kind is TokenKind.Word or TokenKind.Punctuation
        && string.CompareOrdinal(text, tokens[at].Start, word, 0, word.Length) == 0;

    private string Text(int at) => at < tokens.Count ? text.Substring(tokens[at].Start, tokens[at].Length).TrimStart('@') : "";

    private int[] Brackets()
    {
        var found = Enumerable.Repeat(-1, tokens.Count).ToArray();
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Punctuation || tokens[i].Length != 1) continue;
            switch (text[tokens[i].Start])
            {
                case '(' or '[' or '{':
                    open.Push(i);
                    break;
                case ')' or ']' or '}' when open.TryPop(out var start) && text[tokens[start].Start] == Opening(text[tokens[i].Start]):
                    found[start] = i;
                    break;
            }
        }
        return found;
    }

    private static char Opening(char closing) => closing switch { ')' => '(', ']' => '[', _ => '{' };
}
