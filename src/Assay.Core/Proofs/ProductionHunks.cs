using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Sources;
using Assay.Core.Sources.Lexing;

namespace Assay.Core.Proofs;

/// <summary>A hunk of production code, by its lines at head.</summary>
/// <param name="FirstLine">1-based; where lines were only removed, the line that now follows.</param>
/// <param name="LastLine">Less than <paramref name="FirstLine"/> where lines were only removed.</param>
public sealed record ProductionHunk(string File, int FirstLine, int LastLine, Hunk Hunk);

/// <summary>
/// The hunks of a change that a test has to ask for: those of production files that touch more than comments and blank lines. One that only adds or only
/// removes usings without an alias asks for nothing either: what uses them does.
/// </summary>
public static partial class ProductionHunks
{
    /// <summary>All of them, in the order of the change.</summary>
    /// <param name="isProduction">Whether a path is that of production code: at head, or at base where the file is gone.</param>
    /// <param name="head">The tree that is judged.</param>
    /// <param name="atBase">The tree before the change; null where nothing was there.</param>
    public static ImmutableArray<ProductionHunk> Of(IEnumerable<ChangedFile> files, Func<string, bool> isProduction, IFileTree head, IFileTree? atBase) =>
    [
        .. from file in files
           where isProduction(file.Path) && file.Hunks.Length > 0
           let after = new Lines(file.Path, () => file.Kind == ChangeKind.Deleted ? null : head.Read(file.Path))
           let before = new Lines(file.OldPath ?? file.Path, () => atBase?.Read(file.OldPath ?? file.Path))
           from hunk in file.Hunks
           where (after.HoldCode(hunk.NewStart, hunk.Added) || before.HoldCode(hunk.OldStart, hunk.Removed)) && !IsOfUsings(file.Path, hunk)
           select Of(file.Path, hunk),
    ];

    /// <summary>A hunk by its lines at head. Git names the line before what was only removed.</summary>
    public static ProductionHunk Of(string file, Hunk hunk) =>
        hunk.Added.IsEmpty ? new(file, hunk.NewStart + 1, hunk.NewStart, hunk) : new(file, hunk.NewStart, hunk.NewStart + hunk.Added.Length - 1, hunk);

    /// <summary>Where usings are exchanged, the same name may mean another thing.</summary>
    private static bool IsOfUsings(string path, Hunk hunk) =>
        Languages.OfPath(path) == Language.CSharp && (hunk.Added.IsEmpty || hunk.Removed.IsEmpty)
        && hunk.Added.Concat(hunk.Removed).All(line => string.IsNullOrWhiteSpace(line) || Using().IsMatch(line));

    [GeneratedRegex(@"^\uFEFF?\s*using\s+[\w.]+\s*;\s*(//.*)?$")]
    private static partial Regex Using();

    /// <summary>Which lines of a source hold more than comments. Where that cannot be told, all that are not blank do.</summary>
    private sealed class Lines(string path, Func<byte[]?> read)
    {
        private readonly Lazy<HashSet<int>?> code = new(() => Languages.OfPath(path) is { } language && read() is { } content ? Code(language, Encoding.UTF8.GetString(content)) : null);

        public bool HoldCode(int first, ImmutableArray<string> lines)
        {
            for (var at = 0; at < lines.Length; at++)
                if (!string.IsNullOrWhiteSpace(lines[at]) && (code.Value is not { } known || known.Contains(first + at))) return true;
            return false;
        }

        /// <summary>Null where git and a compiler count lines differently.</summary>
        private static HashSet<int>? Code(Language language, string text)
        {
            if (text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r')) return null;
            var map = new LineMap(text);
            var lines = new HashSet<int>();
            foreach (var token in SourceOutline.LexerOf(language, text, map).Run().Where(token => token.Kind != TokenKind.Newline))
                for (var line = map.LineAt(token.Start); line <= map.LineAt(token.Start + Math.Max(0, token.Length - 1)); line++) lines.Add(line);
            // Directives change what is compiled, and the lexer gives only some of them.
            for (var line = 1; line <= map.Count && language == Language.CSharp; line++)
                if (text.AsSpan(map.StartOf(line)).TrimStart(" \t\uFEFF") is ['#', ..]) lines.Add(line);
            return lines;
        }
    }
}
