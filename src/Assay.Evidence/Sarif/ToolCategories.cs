using System.Collections.Frozen;
using Assay.Core.Observations;

namespace Assay.Evidence.Sarif;

/// <summary>What the findings of a tool are about, by the name that it gives itself; a tool that is not listed analyses.</summary>
internal static class ToolCategories
{
    /// <summary>The C# compiler also runs every analyzer, so its findings are told apart by rule.</summary>
    internal const string CSharpCompiler = "Microsoft (R) Visual C# Compiler";

    private const string VisualBasicCompiler = "Microsoft (R) Visual Basic Compiler";

    private static readonly FrozenDictionary<string, FindingCategory> Known = new (FindingCategory Category, string[] Tools)[]
    {
        (FindingCategory.Secret, ["secretlint", "gitleaks", "trufflehog"]),
        (FindingCategory.Documentation, ["C# documentation", "JSDoc", "ruff documentation"]),
        (FindingCategory.Types, ["tsc", "vue-tsc", "mypy", "pyright", "basedpyright"]),
        (FindingCategory.Lint, ["eslint", "biome", "oxlint", "stylelint", "ruff", "pylint", "flake8", "golangci-lint", "clippy", "checkstyle", "ktlint", "detekt", "rubocop", "shellcheck"]),
    }.SelectMany(row => row.Tools, (row, tool) => KeyValuePair.Create(tool, row.Category)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that a run of the tool looked for; what a run found nothing of still shows that it looked.</summary>
    internal static IReadOnlyList<FindingCategory> Of(string tool) =>
        IsCSharp(tool) ? [FindingCategory.Compiler, FindingCategory.Types, FindingCategory.Lint] : [Known.GetValueOrDefault(tool, FindingCategory.Analysis)];

    /// <summary>What one finding is about.</summary>
    internal static FindingCategory Of(string tool, string rule, Severity severity) =>
        IsCSharp(tool) ? OfCSharp(rule, severity)
        : tool == VisualBasicCompiler && severity == Severity.Error && rule.StartsWith("BC", StringComparison.Ordinal) ? FindingCategory.Compiler
        : Of(tool)[0];

    private static bool IsCSharp(string tool) => tool.Equals(CSharpCompiler, StringComparison.OrdinalIgnoreCase);

    // CS8600 to CS8999 are the nullable warnings; an error of the compiler itself means that the types do not fit.
    private static FindingCategory OfCSharp(string rule, Severity severity) =>
        rule.Length < 6 || !rule.StartsWith("CS", StringComparison.Ordinal) || !rule.AsSpan(2).ContainsOnlyDigits() ? FindingCategory.Lint
        : severity == Severity.Error || (rule.Length == 6 && rule[2] == '8' && rule[3] is >= '6' and <= '9') ? FindingCategory.Types
        : FindingCategory.Compiler;

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
