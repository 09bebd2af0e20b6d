using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.Node;

/// <summary>
/// Reads what the TypeScript compiler prints with <c>--pretty false</c>: <c>src/a.ts(3,7): error TS2322: message</c>, or <c>error TS18003: message</c> where
/// no file is to blame.
/// </summary>
internal static partial class TscOutput
{
    /// <param name="folder">Folder that the compiler ran in, relative to the repository.</param>
    internal static ImmutableArray<ToolFinding> Read(IEnumerable<string> lines, string folder) =>
        [.. lines.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => Finding(match, folder))];

    private static ToolFinding Finding(Match match, string folder)
    {
        string? file = match.Groups["file"] is { Success: true, Value: var path } ? TreePaths.Resolve(folder, path) ?? path : null;
        int? line = match.Groups["line"] is { Success: true, Value: var at } ? int.Parse(at, CultureInfo.InvariantCulture) : null;
        Severity severity = match.Groups["severity"].Value == "error" ? Severity.Error : Severity.Warning;
        return new ToolFinding(FindingCategory.Types, "tsc", match.Groups["rule"].Value, severity, match.Groups["message"].Value.Trim(), file, line);
    }

    [GeneratedRegex(@"^(?:(?<file>.{1,1000}?)\((?<line>\d{1,9}),\d{1,9}\): )?(?<severity>error|warning) (?<rule>TS\d{1,6}): (?<message>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
