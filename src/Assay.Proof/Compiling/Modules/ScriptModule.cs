using System.Collections.Immutable;
using Assay.Core.Sources;
using Assay.Core.Sources.Lexing;

namespace Assay.Proof.Compiling.Modules;

/// <summary>What a JavaScript or TypeScript file asks of others and gives to them, told from its text.</summary>
/// <param name="Imports">What it asks for, by module; <c>default</c> for a default import, no name for a module that is only named or taken whole.</param>
/// <param name="Exports">Names that it gives, <c>default</c> among them.</param>
/// <param name="All">Modules of which it gives all names on.</param>
/// <param name="IsModule">It uses <c>import</c> or <c>export</c>, so it is no CommonJS.</param>
internal sealed record ScriptModule(ImmutableArray<(string From, ImmutableArray<string> Names)> Imports, ImmutableHashSet<string> Exports, ImmutableArray<string> All, bool IsModule)
{
    public static ScriptModule Of(string path, string text) => new ScriptModuleReader(text, SourceOutline.LexerOf(Languages.OfPath(path) ?? Language.JavaScript, text, new LineMap(text)).Run()).Read();
}

internal sealed class ScriptModuleReader(string text, List<Token> tokens)
{
    private readonly ImmutableArray<(string, ImmutableArray<string>)>.Builder imports = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
    private readonly ImmutableHashSet<string>.Builder exports = ImmutableHashSet.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>();
    private bool isModule;

    public ScriptModule Read()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word || Word(at - 1) == ".") continue;
            switch (Word(at))
            {
                case "import" when Word(at + 1) == "(":
                case "require" when Word(at + 1) == "(":
                    if (Quoted(at + 2) is { } asked) imports.Add((asked, Required(at)));
                    break;
                case "import":
                    isModule = true;
                    Import(at);
                    break;
                case "export":
                    isModule = true;
                    Export(at);
                    break;
                case "exports" when Word(at + 1) == "." && Word(at + 3) == "=":
                    exports.Add(Word(at + 2));
                    break;
                case "module" when Word(at + 1) == "." && Word(at + 2) == "exports":
                    if (Word(at + 3) == "." && Word(at + 5) == "=") exports.Add(Word(at + 4));
                    else if (Word(at + 3) == "=" && Word(at + 4) == "{") Braced(at + 4, first: true).ForEach(name => exports.Add(name));
                    break;
            }
        }
        return new(imports.ToImmutable(), exports.ToImmutable(), all.ToImmutable(), isModule);
    }

    /// <summary>Names taken from what was required: <c>const { a } = require(…)</c>.</summary>
    private ImmutableArray<string> Required(int at)
    {
        if (Word(at - 1) == "await") at--;
        if (Word(at - 1) != "=" || Word(at - 2) != "}") return [];
        var open = at - 2;
        while (open > 0 && Word(open) != "{") open--;
        return [.. Braced(open, first: true)];
    }

    private void Import(int at)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = at + 1; i < tokens.Count && i < at + 400; i++)
        {
            if (Quoted(i) is { } from)
            {
                imports.Add((from, names.ToImmutable()));
                return;
            }
            if (Word(i) == "{") names.AddRange(Braced(i, first: true));
            if (Word(i) == "{") i = Close(i);
            else if (Word(i) == "*") i += 2;
            else if (tokens[i].Kind == TokenKind.Word && Word(i) is not ("from" or "type" or "typeof")) names.Add("default");
            else if (Word(i) == ";" || Word(i) == "=") return;
        }
    }

    private void Export(int at)
    {
        var i = at + 1;
        if (Word(i) == "type" && Word(i + 1) == "{") i++;
        switch (Word(i))
        {
            case "default" or "=":
                exports.Add("default");
                return;
            case "*":
                var named = Word(i + 1) == "as";
                if (named) exports.Add(Word(i + 2));
                else if (Quoted(i + 2) is { } from) all.Add(from);
                return;
            case "{":
                Braced(i, first: false).ForEach(name => exports.Add(name));
                return;
        }
        while (Word(i) is "declare" or "async" or "abstract" or "const" or "let" or "var" or "function" or "class" or "interface" or "type" or "enum" or "namespace" or "module" or "*") i++;
        if (Word(i) is "{" or "[") Braced(i, first: false).ForEach(name => exports.Add(name));
        else if (i < tokens.Count && tokens[i].Kind == TokenKind.Word) exports.Add(Word(i));
    }

    /// <summary>Names between braces: of <c>a as b</c> the first or the last.</summary>
    private List<string> Braced(int open, bool first)
    {
        var found = new List<string>();
        var end = Close(open);
        for (var i = open + 1; i < end; i++)
        {
            var begins = Word(i - 1) is "{" or "," or "[" || Word(i - 1) == "type";
            if (!begins || tokens[i].Kind != TokenKind.Word || (Word(i) == "type" && tokens[i + 1].Kind == TokenKind.Word && Word(i + 1) != "as")) continue;
            found.Add(!first && Word(i + 1) is "as" or ":" ? Word(i + 2) : Word(i));
            if (Word(i + 1) != ":") continue;
            for (var depth = 0; i < end && !(depth == 0 && Word(i) == ","); i++) depth += Word(i) is "{" or "(" or "[" ? 1 : Word(i) is "}" or ")" or "]" ? -1 : 0;
            i--;
        }
        return found;
    }

    private int Close(int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (Word(i) is "{" or "[" or "(") depth++;
            else if (Word(i) is "}" or "]" or ")" && --depth == 0) return i;
        }
        return tokens.Count;
    }

    private string Word(int at) => at >= 0 && at < tokens.Count && tokens[at].Kind is TokenKind.Word or TokenKind.Punctuation ? text.Substring(tokens[at].Start, tokens[at].Length) : "";

    private string? Quoted(int at) => at < tokens.Count && tokens[at] is { Kind: TokenKind.Text, Length: > 2 } token && text[token.Start] is '\'' or '"' or '`' ? text.Substring(token.Start + 1, token.Length - 2) : null;
}
