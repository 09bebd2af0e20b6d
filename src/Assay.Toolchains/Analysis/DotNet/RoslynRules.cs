using System.Text;
using Assay.Core.Measuring.Security;

namespace Assay.Toolchains.Analysis.DotNet;

/// <summary>The analyzers' whole configuration: every security rule on, all others off, and no source that says of itself that a tool generated it.</summary>
internal static class RoslynRules
{
    private const string SpecialInNames = "*?{},[]!-\\;#";

    /// <param name="sources">Absolute paths of the sources that git knows.</param>
    internal static string Write(IEnumerable<string> sources)
    {
        var text = new StringBuilder("is_global = true\nglobal_level = 1000\ndotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Security.severity = warning\n");
        foreach (string rule in SecurityRules.All.Where(IsRoslyn).Order(StringComparer.Ordinal))
        {
            text.Append("dotnet_diagnostic.").Append(rule).Append(".severity = warning\n");
        }

        foreach (string source in sources)
        {
            text.Append('[');
            foreach (char c in source.Replace('\\', '/'))
            {
                text.Append(SpecialInNames.Contains(c) ? "\\" : "").Append(c);
            }

            text.Append("]\ngenerated_code = false\n");
        }

        return text.ToString();
    }

    internal static bool IsRoslyn(string rule) => rule.StartsWith("CA", StringComparison.Ordinal);
}
