using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

/// <summary>A name that code uses, and its line.</summary>
/// <param name="Called">An opening parenthesis follows.</param>
public readonly record struct SourceName(string Name, int Line, bool Called);

/// <summary>The names in a source: identifiers, and texts that are one, as columns and properties are named. Comments give none.</summary>
public static class SourceNames
{
    /// <summary>Never throws; what is no valid source gives the names that could be told apart.</summary>
    public static IEnumerable<SourceName> Of(Language language, string text)
    {
        var tokens = SourceOutline.LexerOf(language, text, new LineMap(text)).Run();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind is not (TokenKind.Word or TokenKind.Text)) continue;
            var name = text.Substring(token.Start, token.Length);
            if (token.Kind == TokenKind.Text)
            {
                name = name.Trim('"', '\'', '`', '@', '$');
                if (name.Length is 0 or > 80 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')) continue;
            }
            yield return new SourceName(name, token.Line, at + 1 < tokens.Count && text[tokens[at + 1].Start] == '(');
        }
    }
}
