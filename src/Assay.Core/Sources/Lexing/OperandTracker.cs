namespace Assay.Core.Sources.Lexing;

/// <summary>Whether the last token ended an operand: then a slash divides and a less-than sign compares.</summary>
internal sealed class OperandTracker
{
    /// <summary>For each open parenthesis: it belongs to if, for, while or with. For each open brace: it is an object, not a block.</summary>
    private readonly Stack<bool> brackets = new();
    private bool control;
    private bool arrow;
    private bool statementStart = true;

    public bool AfterOperand { get; private set; }

    public void Take(TokenKind kind, ReadOnlySpan<char> text)
    {
        switch (kind)
        {
            case TokenKind.Word:
                AfterOperand = !(text is "return" or "typeof" or "case" or "in" or "of" or "delete" or "void" or "throw" or "new"
                    or "else" or "do" or "await" or "yield" or "instanceof" or "default" or "extends" or "export");
                control = text is "if" or "for" or "while" or "with";
                arrow = false;
                statementStart = text is "else" or "do";
                return;
            case TokenKind.Punctuation:
                Punctuation(text);
                control = false;
                return;
            case TokenKind.HoleOpen:
                AfterOperand = false;
                break;
            default:
                AfterOperand = true;
                break;
        }

        control = false;
        arrow = false;
        statementStart = false;
    }

    private void Punctuation(ReadOnlySpan<char> text)
    {
        var wasArrow = arrow;
        var headerEnds = false;
        arrow = text is "=>";
        switch (text)
        {
            case "(" or "[":
                brackets.Push(text is "(" && control);
                AfterOperand = false;
                break;
            case "{":
                brackets.Push(!AfterOperand && !wasArrow && !statementStart);
                AfterOperand = false;
                break;
            case ")" or "]":
                headerEnds = brackets.TryPop(out var header) && header && text is ")";
                AfterOperand = !headerEnds;
                break;
            case "}":
                AfterOperand = brackets.TryPop(out var isObject) && isObject;
                break;
            case "++" or "--" or "!" when AfterOperand:
                break;
            default:
                AfterOperand = false;
                break;
        }

        statementStart = headerEnds || text is ";" or "{" or "}";
    }
}
