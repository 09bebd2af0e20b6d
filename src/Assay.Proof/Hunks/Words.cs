using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Assay.Proof.Hunks;

/// <summary>Words of a text that could be names.</summary>
internal static partial class Words
{
    public static IEnumerable<string> In(string text) => Word().Matches(text).Select(match => match.Value);

    public static ImmutableHashSet<string> Of(IEnumerable<string> texts) => [.. texts.SelectMany(In)];

    /// <summary>Names that a script or a Python source declares or imports in these lines.</summary>
    public static IEnumerable<string> Declared(string text) =>
        Declaration().Matches(text).Select(match => match.Groups[1].Value).Concat(Import().Matches(text).SelectMany(match => In(match.Groups[1].Value)));

    /// <summary>Names that another file may ask a module for: declared or listed in these lines.</summary>
    public static IEnumerable<string> Exported(string text) =>
        Declaration().Matches(text).Select(match => match.Groups[1].Value).Concat(Export().Matches(text).SelectMany(match => In(match.Groups[1].Value)));

    [GeneratedRegex(@"\bexport\s*\{([^}]*)\}")]
    private static partial Regex Export();

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{Nd}_$]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:function\s*\*?|class|const|let|var|def)\s+([\p{L}_$][\p{L}\p{Nd}_$]*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bimport\s+(?:type\s+)?([^;'""()]*?)\s+from\b")]
    private static partial Regex Import();
}
