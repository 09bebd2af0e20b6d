using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.Python;

/// <summary>Reads flake8's default format: <c>src/a.py:3:1: F401 message</c>.</summary>
internal static partial class Flake8Output
{
    /// <param name="folder">Folder that flake8 ran in, relative to the repository.</param>
    internal static ImmutableArray<ToolFinding> Read(IEnumerable<string> lines, string folder) =>
        [.. lines.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => new ToolFinding(
            FindingCategory.Lint, "flake8", match.Groups["rule"].Value, Severity.Warning, match.Groups["message"].Value.Trim(),
            TreePaths.Resolve(folder, match.Groups["file"].Value) ?? match.Groups["file"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)))];

    [GeneratedRegex(@"^(?<file>[^:]{1,1000}):(?<line>\d{1,9}):\d{1,9}: (?<rule>[A-Z]{1,4}\d{1,6}) (?<message>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
