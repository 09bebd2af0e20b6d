using System.Text;
using Assay.Core.Globs;

namespace Assay.Core.Measuring.Documentation;

/// <summary>The Markdown that a component keeps for its readers: not what tests feed on, and nothing that was taken over from elsewhere.</summary>
internal static class MarkdownFiles
{
    private const int LongestText = 4 * 1024 * 1024;

    private static readonly GlobSet Elsewhere = new([
        "**/{test,tests,__tests__,testdata,test-data,fixtures,__fixtures__,spec,specs,node_modules,vendor,third_party,thirdparty,external,template,templates,starters}/**/*", "**/*.{Tests,Test}/**/*"]);

    /// <summary>Paths, in the tree's order; files of components within this one are theirs.</summary>
    public static IEnumerable<string> Of(MeasureInput input)
    {
        var excluded = new GlobSet([.. input.Configuration.Tests, .. input.Configuration.Exclude]);
        return from file in input.Head.Files
               where file.Mode is "100644" or "100755" && input.Component.Contains(file.Path) && Is(file.Path)
               let local = Local(input, file.Path)
               where !Elsewhere.IsMatch(local) && !excluded.IsMatch(local)
               select file.Path;
    }

    public static bool Is(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text; null where the file is not there, or too large for anybody to read.</summary>
    public static string? Text(MeasureInput input, string path) =>
        input.Head.Read(path) is { Length: <= LongestText } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public static string Local(MeasureInput input, string path) => input.Component.Path.Length == 0 ? path : path[(input.Component.Path.Length + 1)..];
}
