using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Core.Globs;

/// <summary>A pattern for one file or folder name.</summary>
internal sealed class GlobName
{
    private enum Kind { Literal, Any, One, Set }

    private readonly record struct Token(Kind Kind, char Character = '\0', string Set = "", bool Not = false)
    {
        internal bool Takes(char c) => Kind switch
        {
            Kind.Literal => c == Character,
            Kind.Set => InSet(Set, c) != Not,
            _ => true,
        };
    }

    private readonly ImmutableArray<Token> _tokens;

    private GlobName(ImmutableArray<Token> tokens) => _tokens = tokens;

    /// <summary>Place of the <c>]</c> that closes the set opened at <paramref name="open"/>; -1 where none does.</summary>
    internal static int SetEnd(string pattern, int open)
    {
        var first = open + 1;
        if (first < pattern.Length && pattern[first] is '!' or '^')
        {
            first++;
        }
        return first + 1 < pattern.Length ? pattern.IndexOf(']', first + 1) : -1; // a ] in the first place is a member
    }

    internal static bool TryParse(string name, [NotNullWhen(true)] out GlobName? parsed, [NotNullWhen(false)] out string? mistake)
    {
        (parsed, mistake) = (null, null);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var at = 0; at < name.Length; at++)
        {
            switch (name[at])
            {
                case '*':
                    if (tokens.Count == 0 || tokens[^1].Kind != Kind.Any)
                    {
                        tokens.Add(new Token(Kind.Any));
                    }
                    break;
                case '?':
                    tokens.Add(new Token(Kind.One));
                    break;
                case '[':
                    var end = SetEnd(name, at);
                    if (end < 0)
                    {
                        mistake = "a [ is not closed";
                        return false;
                    }
                    var not = name[at + 1] is '!' or '^';
                    tokens.Add(new Token(Kind.Set, Set: name[(not ? at + 2 : at + 1)..end], Not: not));
                    at = end;
                    break;
                case '\\' when at + 1 == name.Length:
                    mistake = "a \\ has nothing after it";
                    return false;
                case '\\':
                    tokens.Add(new Token(Kind.Literal, name[++at]));
                    break;
                default:
                    tokens.Add(new Token(Kind.Literal, name[at]));
                    break;
            }
        }
        parsed = new GlobName(tokens.ToImmutable());
        return true;
    }

    // The same greedy walk as over names, with * for **.
    internal bool IsMatch(string name)
    {
        int at = 0, token = 0, afterStar = -1, retry = 0;
        while (at < name.Length || token < _tokens.Length)
        {
            if (token < _tokens.Length && _tokens[token].Kind == Kind.Any)
            {
                (afterStar, retry) = (++token, at);
            }
            else if (at < name.Length && token < _tokens.Length && _tokens[token].Takes(name[at]))
            {
                (at, token) = (at + 1, token + 1);
            }
            else if (afterStar >= 0 && retry < name.Length)
            {
                (at, token) = (++retry, afterStar);
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private static bool InSet(string set, char c)
    {
        for (var at = 0; at < set.Length; at++)
        {
            if (at + 2 < set.Length && set[at + 1] == '-')
            {
                if (set[at] <= c && c <= set[at + 2])
                {
                    return true;
                }
                at += 2;
            }
            else if (set[at] == c)
            {
                return true;
            }
        }
        return false;
    }
}
