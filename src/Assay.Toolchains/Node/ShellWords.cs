using System.Collections.Immutable;
using System.Text;

namespace Assay.Toolchains.Node;

/// <summary>Splits a package script into its commands and words, as far as scripts that start a test runner need it.</summary>
internal static class ShellWords
{
    /// <summary>The commands of a script, in order, between <c>&amp;&amp;</c>, <c>||</c>, <c>;</c> and <c>|</c>; each with its text.</summary>
    internal static ImmutableArray<(string Text, ImmutableArray<string> Words)> Commands(string script)
    {
        var commands = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        int start = 0;
        char quote = '\0';
        for (int at = 0; at <= script.Length; at++)
        {
            bool ends = at == script.Length || (quote == '\0' && script[at] is '&' or ';' or '|' or '\n');
            if (ends)
            {
                string text = script[start..at].Trim();
                if (text.Length > 0)
                {
                    commands.Add((text, Words(text)));
                }

                start = at + 1;
            }
            else
            {
                quote = Quote(quote, script[at]);
            }
        }

        return commands.ToImmutable();
    }

    private static ImmutableArray<string> Words(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        char quote = '\0';
        bool any = false;
        foreach (char c in command + " ")
        {
            char next = Quote(quote, c);
            if (next != quote)
            {
                any = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (any || word.Length > 0)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                any = false;
            }
            else
            {
                word.Append(c);
            }

            quote = next;
        }

        return words.ToImmutable();
    }

    private static char Quote(char open, char c) => open == '\0' ? c is '"' or '\'' ? c : '\0' : c == open ? '\0' : open;
}
