using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Core.Observations;

namespace Assay.Toolchains.Python;

/// <summary>Reads what mypy prints without decoration: <c>src/a.py:3: error: message  [code]</c>. Notes belong to the error above them.</summary>
internal static partial class MypyOutput
{
    /// <param name="folder">Folder that mypy ran in, relative to the repository.</param>
    internal static ImmutableArray<ToolFinding> Read(IEnumerable<string> lines, string folder) =>
        [.. lines.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => new ToolFinding(
            FindingCategory.Types, "mypy", match.Groups["rule"].Value, Severity.Error, match.Groups["message"].Value.Trim(),
            TreePaths.Resolve(folder, match.Groups["file"].Value) ?? match.Groups["file"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture))).Distinct()];

    [GeneratedRegex(@"^(?<file>[^:]{1,1000}):(?<line>\d{1,9}): error: (?<message>.*?)(  \[(?<rule>[\w-]+)\])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
