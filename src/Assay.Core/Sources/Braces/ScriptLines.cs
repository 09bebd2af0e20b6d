using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources.Braces;

/// <summary>What the neighbours of a token say in JavaScript and TypeScript, where line ends and braces have many meanings.</summary>
internal readonly struct ScriptLines(Draft draft)
{
    /// <summary>The token stands on a new line and cannot belong to the statement before it.</summary>
    public bool Separates(int token, bool inType) =>
        token > 0 && draft.Line(token) > draft.EndLine(token - 1) && Ends(token - 1, inType) && Begins(token, inType);

    /// <summary>An import, or an export that only passes names on.</summary>
    public bool IsImport(int start)
    {
        if (draft.Is(start, "import"))
        {
            return !draft.Is(start + 1, "(") && !draft.Is(start + 1, ".");
        }

        return draft.Is(start, "export")
            && (draft.Is(start + 1, "{") || draft.Is(start + 1, "*") || (draft.Is(start + 1, "type") && draft.Is(start + 2, "{")));
    }

    /// <summary>Before this brace stands something that wants a type or a value, so it opens no body.</summary>
    public bool ExpectsType(int brace)
    {
        if (brace == 0 || draft.Tokens[brace - 1].Kind is not (TokenKind.Word or TokenKind.Punctuation))
        {
            return false;
        }

        return draft.TextOf(brace - 1) is ":" or "|" or "&" or "<" or "," or "(" or "[" or "=" or "?" or "=>" or "&&" or "||" or "??" or "..."
            or "keyof" or "as" or "satisfies" or "extends" or "is" or "return" or "default";
    }

    private bool Ends(int token, bool inType) => draft.Tokens[token].Kind switch
    {
        TokenKind.Number or TokenKind.Text => true,
        TokenKind.Word => !(draft.TextOf(token) is "const" or "let" or "var" or "new" or "typeof" or "export" or "default" or "extends" or "case"
            or "function" or "class" or "async" or "static" or "delete" or "await" or "in" or "of" or "instanceof" or "as" or "implements"
            or "keyof" or "import" or "from" or "declare" or "abstract" or "type" or "interface" or "enum" or "if" or "for" or "while" or "catch"
            or "public" or "private" or "protected" or "readonly" or "override" or "satisfies" or "is"),
        TokenKind.Punctuation => draft.TextOf(token) is ")" or "]" or "}" or "++" or "--" || (inType && draft.TextOf(token) is ">" or "!" or "?"),
        _ => false,
    };

    private bool Begins(int token, bool inType) => draft.Tokens[token].Kind switch
    {
        TokenKind.Number => true,
        TokenKind.Text => !draft.TextOf(token).StartsWith("`"),
        TokenKind.Word => !(draft.TextOf(token) is "in" or "of" or "instanceof" or "as" or "satisfies" or "is" or "extends" or "implements" or "from"),
        TokenKind.Punctuation => draft.TextOf(token) is "@" or "++" or "--" || (inType && draft.TextOf(token) is "[" or "*"),
        _ => false,
    };
}
