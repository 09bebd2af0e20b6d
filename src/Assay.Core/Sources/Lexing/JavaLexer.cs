namespace Assay.Core.Sources.Lexing;

internal sealed class JavaLexer(string text, LineMap lines) : Lexer(text, lines)
{
    protected override bool Literal(char c)
    {
        if (c is not ('"' or '\''))
        {
            return false;
        }

        if (c == '"' && Peek(1) == '"' && Peek(2) == '"')
        {
            TextBlock(At);
        }
        else
        {
            QuotedLine(At, c);
        }

        return true;
    }

    private void TextBlock(int start)
    {
        At += 3;
        while (At < Text.Length && !(Text[At] == '"' && Peek(1) == '"' && Peek(2) == '"'))
        {
            At += Text[At] == '\\' ? 2 : 1;
        }

        if (At >= Text.Length)
        {
            Unreadable(start);
        }
        else
        {
            Take(TokenKind.Text, start, At + 3);
        }
    }
}
