using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Toolchains.Components;

/// <summary>The first line of a program without an ending. Shell scripts are left to what calls them: no tool here measures them.</summary>
internal static partial class Shebang
{
    private const int Longest = 200;

    /// <summary>Whether the first line names a language whose sources are judged.</summary>
    internal static bool Names(byte[]? content) =>
        content is [(byte)'#', (byte)'!', ..] && Interpreter().IsMatch(Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, Longest)).Split('\n')[0]);

    [GeneratedRegex(@"[/ \t](?:node|nodejs|deno|bun|tsx|ts-node|python[0-9.]*|pypy[0-9.]*|ruby|perl|php|dotnet)(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Interpreter();
}
