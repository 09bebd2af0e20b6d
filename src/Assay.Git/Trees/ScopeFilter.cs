using System.Collections.Immutable;

namespace Assay.Git.Trees;

/// <summary>
/// Which files belong to a judged folder: those in it, those that lie directly in a folder above it (toolchains read
/// <c>Directory.Build.props</c>, <c>global.json</c>, <c>.editorconfig</c>, lock files from there), and the CI files of the repository.
/// </summary>
internal sealed class ScopeFilter
{
    private static readonly ImmutableArray<string> CiFolders = [".github/", ".ci/"];
    private readonly string scope;
    private readonly ImmutableHashSet<string> above;

    public ScopeFilter(string scope)
    {
        this.scope = scope.Length == 0 ? "" : scope + "/";
        var parts = scope.Split('/');
        above = [.. Enumerable.Range(0, parts.Length).Select(n => string.Join('/', parts[..n]))];
    }

    public bool Includes(string path) =>
        scope.Length == 0
        || path.StartsWith(scope, StringComparison.Ordinal)
        || string.Concat(path, "/") == scope
        || CiFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        || above.Contains(path[..Math.Max(0, path.LastIndexOf('/'))]);

    /// <summary>The same as git's pathspecs (gitglossary, "pathspec"); none for the whole repository.</summary>
    public ImmutableArray<string> Pathspecs => scope.Length == 0 ? [] :
    [
        $":(top,literal){scope.TrimEnd('/')}",
        .. CiFolders.Select(folder => $":(top,literal){folder.TrimEnd('/')}"),
        .. above.Order(StringComparer.Ordinal).Select(folder => folder.Length == 0 ? ":(top,glob)*" : $":(top,glob){Escape(folder)}/*"),
    ];

    private static string Escape(string folder) =>
        string.Concat(folder.Select(c => c is '*' or '?' or '[' or ']' or '\\' ? $"\\{c}" : c.ToString()));
}
