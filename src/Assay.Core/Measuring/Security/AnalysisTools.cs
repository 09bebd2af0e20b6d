using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Security;

/// <summary>The security analyses that Assay runs itself, by the names under which they report, and the languages that they understand.</summary>
public static class AnalysisTools
{
    /// <summary>The .NET SDK's own security analyzers, and Assay's rule about raw HTML.</summary>
    public const string DotNet = "Assay .NET analysis";

    /// <summary>ESLint with rules about security, of plugins and of Assay's own.</summary>
    public const string Script = "Assay script analysis";

    /// <summary>Bandit.</summary>
    public const string Python = "bandit";

    /// <summary>Languages that the tool was shown to understand by its own probe; none for a tool that Assay does not run.</summary>
    internal static ImmutableArray<Language> LanguagesOf(string tool) => tool switch
    {
        DotNet => [Language.CSharp],
        Script => [Language.JavaScript, Language.TypeScript],
        Python => [Language.Python],
        _ => [],
    };
}
