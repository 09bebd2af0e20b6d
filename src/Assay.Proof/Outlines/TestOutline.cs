using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>The tests of a source file, told from its text alone; for C#, JavaScript, TypeScript and Python.</summary>
internal static class TestOutline
{
    /// <summary>In order of their lines; none for a file of another language. Never throws.</summary>
    public static ImmutableArray<SourceTest> Of(string path, string text) => [.. WithHelpers(path, text, ImmutableHashSet<string>.Empty).Where(test => !test.Helper)];

    /// <summary>The same, with the functions that assert and that no runner calls by itself.</summary>
    /// <param name="asserting">Names of functions of other files that are known to assert.</param>
    public static ImmutableArray<SourceTest> WithHelpers(string path, string text, IReadOnlySet<string> asserting)
    {
        if (Languages.OfPath(path) is not { } language || language == Language.Java) return [];
        var source = new SourceText(language, text);
        var found = language switch
        {
            Language.CSharp => new CSharpTests(source).Find(),
            Language.Python => new PythonTests(source, path).Find(),
            _ => new ScriptTests(source).Find(),
        };
        return new Assertions(source, found, asserting).Of(path);
    }
}
