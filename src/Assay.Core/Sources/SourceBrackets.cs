using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

/// <summary>Brackets of a source, those in comments and texts left out.</summary>
public static class SourceBrackets
{
    /// <summary>Whether every bracket has its partner and no text or comment is left open. Never throws.</summary>
    public static bool AreBalanced(Language language, string text)
    {
        var open = new Stack<char>();
        foreach (var token in SourceOutline.LexerOf(language, text, new LineMap(text)).Run())
        {
            if (token.Kind == TokenKind.Unknown) return false;
            if (token is not { Kind: TokenKind.Punctuation, Length: 1 }) continue;
            var bracket = text[token.Start];
            if (bracket is '(' or '[' or '{') open.Push(bracket);
            else if (bracket is ')' or ']' or '}' && !(open.TryPop(out var partner) && partner == Opening(bracket))) return false;
        }
        return open.Count == 0;
    }

    private static char Opening(char closing) => closing switch { ')' => '(', ']' => '[', _ => '{' };
}
