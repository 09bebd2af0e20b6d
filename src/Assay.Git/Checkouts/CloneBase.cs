using System.Collections.Immutable;

namespace Assay.Git.Checkouts;

/// <summary>
/// Where private clones lie: in the user's cache, which is a disk where the temporary folder may be memory; else in the temporary folder. Tools look upward from the
/// folder that they run in, so a place below a repository or below files that they would take for the project's comes last, and one in the judged repository never.
/// </summary>
internal static class CloneBase
{
    private static readonly ImmutableArray<string> LookedForAbove =
    [
        ".git", ".editorconfig", ".globalconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props", "Directory.Solution.props", "global.json",
        "NuGet.Config", "nuget.config", "package.json", "node_modules", "tsconfig.json", "babel.config.js", "babel.config.json", "pnpm-workspace.yaml", "lerna.json",
        "pyproject.toml", "pytest.ini", "tox.ini", "setup.cfg", "setup.py", "conftest.py",
    ];

    /// <summary>The places, best first; the system's own, which this user's runs share.</summary>
    public static IEnumerable<string> Of(GitRepository repository) => InOrder(
        [Path.Combine(UserCache.Folder, "proofs"), Path.Combine(Path.GetTempPath(), $"assay-proofs-{Environment.UserName}")], repository.Root);

    internal static IEnumerable<string> InOrder(IEnumerable<string> places, string repository) =>
        places.Select(Path.GetFullPath).Where(place => !IsWithin(place, repository)).OrderBy(IsBelowProject);

    private static bool IsBelowProject(string place)
    {
        for (var folder = Path.GetDirectoryName(place); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (LookedForAbove.Any(name => Path.Exists(Path.Combine(folder, name)))) return true;
        }
        return false;
    }

    private static bool IsWithin(string place, string repository) =>
        (GitLink.Real(place) + Path.DirectorySeparatorChar).StartsWith(GitLink.Real(repository).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
