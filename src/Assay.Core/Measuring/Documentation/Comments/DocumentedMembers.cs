using Assay.Core.Sources;
using Assay.Core.Sources.Lexing;

namespace Assay.Core.Measuring.Documentation.Comments;

/// <summary>Finds, from the text alone, the public members that have a documentation comment. Never throws; where it cannot tell, there is no member.</summary>
internal static class DocumentedMembers
{
    public static List<DocumentedMember> Of(Language language, string text) =>
        language == Language.Python ? PythonMembers.Of(text) : new BraceMembers(language, text).Find();

    /// <summary>Letters and digits only, so that a comment which was only indented or wrapped anew is known again.</summary>
    internal static string Words(IEnumerable<string> lines) => string.Concat(lines.SelectMany(line => line.Where(char.IsLetterOrDigit)));

    /// <summary>C#, Java, JavaScript and TypeScript.</summary>
    private sealed class BraceMembers(Language language, string text)
    {
        private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');
        private readonly List<DocumentedMember> _found = [];
        private List<Token> _tokens = [];

        public List<DocumentedMember> Find()
        {
            var normal = string.Join('\n', _lines);
            _tokens = SourceOutline.LexerOf(language, normal, new LineMap(normal)).Run();
            var blocks = Blocks().ToList();
            var at = 0;
            for (var i = 0; i < blocks.Count; i++)
            {
                while (at < _tokens.Count && _tokens[at].Line <= blocks[i].Last) at++;
                var limit = i + 1 < blocks.Count ? blocks[i + 1].First : int.MaxValue;
                if (Member(at, limit, normal) is var (name, lines))
                    _found.Add(new DocumentedMember(name, Words(_lines[(blocks[i].First - 1)..blocks[i].Last]), lines));
            }
            return _found;
        }

        private IEnumerable<LineSpan> Blocks()
        {
            for (var at = 0; at < _lines.Length; at++)
            {
                var first = at;
                if (language == Language.CSharp)
                {
                    while (at < _lines.Length && _lines[at].TrimStart().StartsWith("///", StringComparison.Ordinal)) at++;
                    if (at > first) yield return new LineSpan(first + 1, at);
                }
                else if (_lines[at].TrimStart().StartsWith("/**", StringComparison.Ordinal))
                {
                    while (at < _lines.Length && !_lines[at].Contains("*/", StringComparison.Ordinal)) at++;
                    if (at < _lines.Length) yield return new LineSpan(first + 1, at + 1);
                }
            }
        }

        private (string Name, LineSpan Lines)? Member(int at, int limit, string source)
        {
            at = SkipAttributes(at, source);
            if (at >= _tokens.Count || _tokens[at].Line >= limit) return null;
            var start = at;
            int depth = 0, last = _tokens[at].Line;
            bool isType = false, inHead = true, isPublic = false, isPrivate = false;
            var name = "";
            for (; at < _tokens.Count && _tokens[at].Line < limit; at++)
            {
                var token = source.AsSpan(_tokens[at].Start, _tokens[at].Length);
                if (token is ")" or "]" or "}" && --depth < 0) break;
                last = _tokens[at].Line;
                if (depth == 0 && token is ";") break;
                if (inHead && depth == 0 && _tokens[at].Kind == TokenKind.Word)
                {
                    isType |= token is "class" or "interface" or "struct" or "record" or "enum" or "namespace";
                    isPublic |= token is "public" or "protected" or "export" || (language == Language.JavaScript && token is "exports");
                    isPrivate |= token is "private" or "internal";
                    name = token.ToString();
                }
                if (inHead && depth == 0 && token is "=" or "=>" or "(" or "{") inHead = false;
                if (token is "{" && depth == 0 && isType) break;
                if (token is "}" && depth == 0 && !Continues(at + 1, source)) break;
                if (token is "(" or "[" or "{") depth++;
            }
            var member = !isPrivate && (isPublic || (IsScript && IsMember(start, source)));
            return member && name.Length > 0 ? (name, new LineSpan(_tokens[start].Line, last)) : null;
        }

        private bool IsScript => language is Language.JavaScript or Language.TypeScript;

        /// <summary>A member of an exported class or interface is indented and begins with its name or a word before it.</summary>
        private bool IsMember(int token, string source) =>
            _lines[_tokens[token].Line - 1] is [' ' or '\t', ..] && _tokens[token].Kind == TokenKind.Word
            && !(source.AsSpan(_tokens[token].Start, _tokens[token].Length) is "const" or "let" or "var" or "function" or "return" or "if" or "for" or "while" or "switch" or "throw" or "await");

        /// <summary>A property's value, or the rest of an arrow function's call, stands behind the brace.</summary>
        private bool Continues(int token, string source) =>
            token < _tokens.Count && source.AsSpan(_tokens[token].Start, _tokens[token].Length) is "=" or ";" or "." or ")" or ",";

        private int SkipAttributes(int at, string source)
        {
            while (at < _tokens.Count)
            {
                var token = source.AsSpan(_tokens[at].Start, _tokens[at].Length);
                if (language == Language.CSharp && token is "[") at = Closing(at, source) + 1;
                else if (language != Language.CSharp && token is ['@', ..])
                {
                    at += token.Length == 1 ? 2 : 1;
                    while (at + 1 < _tokens.Count && source.AsSpan(_tokens[at].Start, _tokens[at].Length) is ".") at += 2;
                    if (at < _tokens.Count && source.AsSpan(_tokens[at].Start, _tokens[at].Length) is "(") at = Closing(at, source) + 1;
                }
                else break;
            }
            return at;
        }

        private int Closing(int at, string source)
        {
            for (var depth = 0; at < _tokens.Count; at++)
            {
                var token = source.AsSpan(_tokens[at].Start, _tokens[at].Length);
                depth += token is "(" or "[" or "{" ? 1 : token is ")" or "]" or "}" ? -1 : 0;
                if (depth <= 0) break;
            }
            return at;
        }
    }
}
