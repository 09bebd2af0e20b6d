using System.Collections.Frozen;

namespace Assay.Proof.Reasons;

/// <summary>Words that name nothing of a change: keywords, and what the languages and their test runners bring themselves.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> All = string.Join(' ',
        // keywords of C#, JavaScript, TypeScript and Python
        "abstract and any as assert async await base bool boolean break byte case catch char class const constructor continue debugger decimal declare def default del delegate delete do",
        "double dynamic elif else enum event except explicit export extends extern false finally fixed float for foreach from function get global if implements implicit import in init",
        "instanceof int interface internal is keyof lambda let lock long module namespace never new nint nonlocal not null number object operator or out override params partial pass",
        "private protected public raise readonly record ref required require return sbyte sealed self set short sizeof stackalloc static str string struct super switch symbol this throw",
        "throws true try type typeof uint ulong undefined unknown unsafe unsigned ushort using value var virtual void volatile when where while with yield None True False cls exports",
        // types and members that every program has
        "Action Any Array ArrayBuffer Boolean Buffer Byte Char Console Convert Date DateTime Dictionary Enumerable Error Exception Func Guid HashSet IEnumerable IList Int32 Int64 JSON",
        "List Map Math Number Object Path Promise Proxy RegExp Set String StringBuilder Symbol System Task TypeError RangeError ReferenceError SyntaxError Uri ValueError KeyError console",
        "document global globalThis window process Buffer length Length Count Add Equals GetHashCode ToString push pop map filter join split name Name id Id key Key item index data args",
        "NoneType list dict tuple len print range",
        // what test runners bring
        "Assert Fact Theory Test TestCase TestMethod InlineData describe it test expect before after beforeEach afterEach beforeAll afterAll vi jest pytest unittest mock Xunit NUnit").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is long and rare enough to tell one thing from another.</summary>
    internal static bool CanName(string word) => word.Length > 1 && !All.Contains(word);
}
