using System.Collections.Immutable;
using System.Text;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>A source's tokens with their brackets matched.</summary>
internal sealed class SourceText
{
    private static readonly HashSet<string> Spaced =
        ["=", "==", "===", "!=", "!==", "=>", "->", "<=", ">=", "&&", "||", "??", "+", "*", "/", "%", "?", "{", "}", "|"];

    private readonly int[] close;
    private readonly int[] open;

    public SourceText(Language language, string text)
    {
        Language = language;
        Tokens = new SourceTokens(language, text);
        close = new int[Tokens.Count];
        open = new int[Tokens.Count];
        MatchBrackets();
    }

    public Language Language { get; }

    public SourceTokens Tokens { get; }

    public int Count => Tokens.Count;

    public bool Is(int token, string word) => Tokens.Is(token, word);

    public bool IsKind(int token, SourceTokenKind kind) => token >= 0 && token < Count && Tokens.KindOf(token) == kind;

    public bool IsWord(int token) => IsKind(token, SourceTokenKind.Word);

    public string TextOf(int token) => Tokens.TextOf(token).ToString();

    /// <summary>The closing bracket of an opening one, -1 where there is none.</summary>
    public int Close(int token) => token >= 0 && token < Count ? close[token] : -1;

    /// <summary>The opening bracket of a closing one, -1 where there is none.</summary>
    public int Open(int token) => token >= 0 && token < Count ? open[token] : -1;

    public LineSpan Lines(int first, int last) => new(Tokens.LineOf(first), Math.Max(Tokens.LineOf(first), Tokens.LastLineOf(last)));

    /// <summary>Tokens from <paramref name="from"/> up to but without <paramref name="to"/>, spaced by one rule whatever the source's own spaces are.</summary>
    /// <param name="without">Ranges that stand as <c>…</c>, first and last token, ascending.</param>
    public string Joined(int from, int to, IReadOnlyList<(int First, int Last)>? without = null)
    {
        var result = new StringBuilder();
        var next = 0;
        var last = "";
        var lastKind = SourceTokenKind.Punctuation;
        for (var i = from; i < to && i < Count; i++)
        {
            var kind = Tokens.KindOf(i);
            var token = Shown(i, kind);
            while (without is not null && next < without.Count && without[next].First < i) next++;
            if (without is not null && next < without.Count && without[next].First == i)
            {
                (kind, token) = (SourceTokenKind.Text, "…");
                i = Math.Max(i, without[next].Last);
            }
            if (token.Length == 0 || (token is "," && i + 1 < Count && Tokens.TextOf(i + 1) is ")" or "]" or "}")) continue;
            if (result.Length > 0 && SpaceBetween(last, lastKind, token, kind)) result.Append(' ');
            result.Append(token);
            (last, lastKind) = (token, kind);
        }
        return result.ToString();
    }

    /// <summary>Splits what stands between two brackets at the commas that are not within other brackets.</summary>
    public ImmutableArray<(int From, int To)> Parts(int openBracket)
    {
        var end = Close(openBracket);
        return end < 0 ? [] : Parts(openBracket + 1, end);
    }

    public ImmutableArray<(int From, int To)> Parts(int from, int end)
    {
        var parts = ImmutableArray.CreateBuilder<(int, int)>();
        var start = from;
        for (var i = from; i < end; i = Close(i) > i ? Close(i) + 1 : i + 1)
        {
            if (!Is(i, ",")) continue;
            if (i > start) parts.Add((start, i));
            start = i + 1;
        }
        if (end > start) parts.Add((start, end));
        return parts.ToImmutable();
    }

    /// <summary>First token at or behind <paramref name="from"/>, outside brackets opened since, that is one of these; <paramref name="to"/> where there is none.</summary>
    public int Find(int from, int to, string word, string? orWord = null)
    {
        for (var i = from; i < to; i = Close(i) > i ? Close(i) + 1 : i + 1)
        {
            if (Is(i, word) || (orWord is not null && Is(i, orWord))) return i;
        }
        return to;
    }

    private string Shown(int token, SourceTokenKind kind)
    {
        if (kind is SourceTokenKind.LineEnd or SourceTokenKind.Directive) return "";
        var text = TextOf(token);
        var plain = Language is not Language.CSharp && kind == SourceTokenKind.Text && text.Length >= 2 && text[0] == '\'' && text[^1] == '\'';
        return plain && !text.AsSpan(1, text.Length - 2).ContainsAny('"', '\\', '\'') ? $"\"{text[1..^1]}\"" : text;
    }

    private static bool SpaceBetween(string left, SourceTokenKind leftKind, string right, SourceTokenKind rightKind)
    {
        if (rightKind is SourceTokenKind.HoleOpen or SourceTokenKind.HoleClose || leftKind is SourceTokenKind.HoleOpen or SourceTokenKind.HoleClose) return false;
        var leftWord = leftKind != SourceTokenKind.Punctuation;
        var rightWord = rightKind != SourceTokenKind.Punctuation;
        if (leftWord && rightWord) return true;
        if (left is "," or ";" || (left is ":" && rightWord)) return right is not (")" or "]");
        if (right is ")" or "]" or "," or ";" or "." || left is "(" or "[" or ".") return false;
        return (!leftWord && Spaced.Contains(left)) || (!rightWord && Spaced.Contains(right));
    }

    /// <summary>Brackets that one branch of a <c>#if</c> opened are forgotten where the next branch begins.</summary>
    private void MatchBrackets()
    {
        Array.Fill(close, -1);
        Array.Fill(open, -1);
        var present = ImmutableStack<int>.Empty;
        var branches = new Stack<ImmutableStack<int>>();
        for (var i = 0; i < close.Length; i++)
        {
            var text = Tokens.TextOf(i);
            if (Tokens.KindOf(i) == SourceTokenKind.Directive)
            {
                if (text is "if") branches.Push(present);
                else if (text is "endif") branches.TryPop(out _);
                else if (branches.TryPeek(out var before)) present = before;
            }
            else if (Tokens.KindOf(i) == SourceTokenKind.Punctuation && text.Length == 1)
            {
                if (text[0] is '(' or '[' or '{') present = present.Push(i);
                else if (text[0] is ')' or ']' or '}' && !present.IsEmpty)
                {
                    present = present.Pop(out var start);
                    (close[start], open[i]) = (i, start);
                }
            }
        }
    }
}
