namespace Assay.Core.Sources;

/// <summary>A programming language whose lines Assay can tell apart without a compiler.</summary>
public enum Language
{
    /// <summary>C# (.cs).</summary>
    CSharp,

    /// <summary>Java (.java).</summary>
    Java,

    /// <summary>JavaScript, JSX included (.js, .jsx, .mjs, .cjs).</summary>
    JavaScript,

    /// <summary>TypeScript, TSX included (.ts, .tsx, .mts, .cts).</summary>
    TypeScript,

    /// <summary>Python (.py).</summary>
    Python,
}

/// <summary>Tells a file's language by its name.</summary>
public static class Languages
{
    private static readonly string[] TypeDeclarations = [".d.ts", ".d.mts", ".d.cts"];

    /// <summary>The language of a file by its ending; null for other files and for TypeScript's declaration files, which hold no code.</summary>
    public static Language? OfPath(string path)
    {
        if (TypeDeclarations.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".cs" => Language.CSharp,
            ".java" => Language.Java,
            ".js" or ".jsx" or ".mjs" or ".cjs" => Language.JavaScript,
            ".ts" or ".tsx" or ".mts" or ".cts" => Language.TypeScript,
            ".py" => Language.Python,
            _ => null,
        };
    }
}
