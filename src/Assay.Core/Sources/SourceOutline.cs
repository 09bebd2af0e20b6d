using System.Collections.Immutable;
using Assay.Core.Sources.Braces;
using Assay.Core.Sources.Indentation;
using Assay.Core.Sources.Lexing;

namespace Assay.Core.Sources;

/// <summary>Which lines of a source file hold code, told from its text alone.</summary>
/// <param name="Lines">One kind for each line; a line ends with LF, CR LF or a lone CR.</param>
/// <param name="Bodies">
/// Bodies of functions, accessors, block lambdas and initialisers, outer before inner, braces included; top-level statements are one body,
/// and the whole file is one in JavaScript, TypeScript and Python.
/// </param>
/// <param name="Handlers">What each <c>catch</c> or <c>except</c> runs, without its braces; an empty handler has the lines of its braces.</param>
public sealed record SourceOutline(ImmutableArray<LineKind> Lines, ImmutableArray<LineSpan> Bodies, ImmutableArray<LineSpan> Handlers)
{
    private readonly int[] innermost = Innermost.Of(Lines.Length, Bodies);

    /// <summary>Never throws: text that is not valid source gives an outline in which doubtful lines are code.</summary>
    public static SourceOutline Of(Language language, string text)
    {
        var lines = new LineMap(text);
        var draft = new Draft(text, lines, LexerOf(language, text, lines).Run());
        switch (language)
        {
            case Language.CSharp:
                new CSharpOutline(draft).Run();
                break;
            case Language.Java:
                new JavaOutline(draft).Run();
                break;
            case Language.Python:
                new PythonOutline(draft).Run();
                break;
            default:
                new ScriptOutline(draft, typed: language == Language.TypeScript).Run();
                break;
        }

        return draft.Finish();
    }

    /// <summary>The kind of a line, counted from 1; beyond the end: <see cref="LineKind.NoCode"/>.</summary>
    public LineKind KindOf(int line) => line >= 1 && line <= Lines.Length ? Lines[line - 1] : LineKind.NoCode;

    /// <summary>The innermost body that contains the line; blocks of <c>if</c>, <c>for</c>, <c>try</c> are no bodies of their own.</summary>
    public LineSpan? BodyOf(int line) =>
        line >= 1 && line <= Lines.Length && innermost[line - 1] is >= 0 and var body ? Bodies[body] : null;

    internal static Lexer LexerOf(Language language, string text, LineMap lines) => language switch
    {
        Language.CSharp => new CSharpLexer(text, lines),
        Language.Java => new JavaLexer(text, lines),
        Language.Python => new PythonLexer(text, lines),
        _ => new ScriptLexer(text, lines),
    };
}
