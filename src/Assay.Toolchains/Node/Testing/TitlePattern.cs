using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.Node.Testing;

/// <summary>The regular expression by which a runner of JavaScript picks tests by their full title.</summary>
internal static partial class TitlePattern
{
    /// <summary>Longest that is passed in one argument; systems take some more.</summary>
    private const int Longest = 60_000;

    /// <summary>Null where titles cannot tell the tests: one is a whole file, or they are too many.</summary>
    /// <param name="title">What the runner compares with, of a case's name.</param>
    internal static string? Of(ImmutableArray<TestCase> only, Func<string, string> title)
    {
        if (only.IsEmpty || only.Any(IsFile)) return null;
        string any = string.Join('|', only.Select(test => Escaped(title(test.Name))).Distinct());
        return any.Length > Longest ? null : $@"^\s*(?:{any})\s*$";
    }

    /// <summary>A file that could not be loaded is a case of the file's name.</summary>
    internal static bool IsFile(TestCase test) => test.Name == test.File;

    /// <summary>The last of the titles: what runners see that compare no full title.</summary>
    internal static string Last(string name) => name[(name.LastIndexOf(" > ", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..];

    /// <summary>Titles are joined with a space by the runner, and with an angle in reports; a title may hold either.</summary>
    private static string Escaped(string name) =>
        string.Join(" (?:> )?", name.Split(" > ").Select(part => Space().Replace(Special().Replace(part, @"\$0"), @"\s+")));

    // What JavaScript knows as special, nothing else: under the flag u an escape of any other character is a mistake.
    [GeneratedRegex(@"[\\^$.*+?()[\]{}|/]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
