using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node;

/// <summary>Who installs the packages, as the lock file says.</summary>
/// <param name="Install">The command that installs exactly what is locked; null where there is nothing to install.</param>
/// <param name="Needs">What to install where the command's program is missing.</param>
internal sealed record PackageManager(string Name, CommandLine? Install, string Needs)
{
    private const string NodeNeeded = "Install Node.js 20 or later, which brings npm.";

    internal static PackageManager Of(IFileTree tree, NodeProject project)
    {
        NodePackage root = project.Root;
        if (project.Files.Contains(root.File("pnpm-lock.yaml")))
        {
            string version = PnpmVersion(root.Manifest.PackageManager, tree.Read(root.File("pnpm-lock.yaml")));
            return Provided("pnpm", $"pnpm@{version}", ["install", "--frozen-lockfile", "--prod=false"]);
        }

        if (project.Files.Contains(root.File("package-lock.json")) || project.Files.Contains(root.File("npm-shrinkwrap.json")))
        {
            return new("npm", Npm("ci"), NodeNeeded);
        }

        if (project.Files.Contains(root.File("yarn.lock")))
        {
            string package = YarnPackage(root.Manifest.PackageManager, tree.Read(root.File("yarn.lock")));
            return Provided("yarn", package, ["install", package.StartsWith("yarn@", StringComparison.Ordinal) ? "--frozen-lockfile" : "--immutable"]);
        }

        // Without a lock file another run may get other versions; still better judged than not.
        bool needs = project.Packages.Any(package => !package.Manifest.Dependencies.IsEmpty);
        return new("npm", needs ? Npm("install", "--no-package-lock") : null, NodeNeeded);
    }

    /// <summary>Variables for every command: as on a build server, so that nothing asks, watches, or writes snapshots.</summary>
    internal static ImmutableDictionary<string, string> Surroundings { get; } = ImmutableDictionary<string, string>.Empty
        .Add("CI", "true").Add("COREPACK_ENABLE_DOWNLOAD_PROMPT", "0").Add("npm_config_update_notifier", "false");

    private static CommandLine Npm(params ImmutableArray<string> what) =>
        new("npm", [.. what, "--include=dev", "--no-audit", "--no-fund"], Surroundings);

    // It comes from the npm registry through npx where it is not installed; corepack would need another server.
    private static PackageManager Provided(string name, string package, ImmutableArray<string> arguments) =>
        new(name, ProgramFinder.Find(name, Environment.CurrentDirectory) is not null ? new(name, arguments, Surroundings) : new("npx", ["--yes", package, .. arguments], Surroundings), NodeNeeded);

    /// <summary>The version that package.json names, else the last that writes the lock file's own format.</summary>
    internal static string PnpmVersion(string? packageManager, byte[]? lockFile)
    {
        string head = Head(lockFile);
        return Named("pnpm", packageManager) is { } named ? named
            : head.Contains("lockfileVersion: '6", StringComparison.Ordinal) ? "8.15.9"
            : head.Contains("lockfileVersion: 5", StringComparison.Ordinal) ? "7.33.7"
            : "10.28.0";
    }

    /// <summary>The package that holds the yarn that package.json names, else one that writes the lock file's own format. From 2 on yarn is another program under another name.</summary>
    internal static string YarnPackage(string? packageManager, byte[]? lockFile)
    {
        string head = Head(lockFile);
        return Named("yarn", packageManager) is { } named ? $"{(named.StartsWith("1.", StringComparison.Ordinal) ? "yarn" : "@yarnpkg/cli-dist")}@{named}"
            : !head.Contains("__metadata:", StringComparison.Ordinal) ? "yarn@1.22.22"
            : head.Contains("version: 8", StringComparison.Ordinal) ? "@yarnpkg/cli-dist@4.9.2"
            : "@yarnpkg/cli-dist@3.8.6";
    }

    private static string? Named(string name, string? packageManager) =>
        packageManager?.Split('@') is [var manager, var named] && manager == name && named.Split('+')[0] is { Length: > 0 } version && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? version : null;

    private static string Head(byte[]? lockFile) => Encoding.UTF8.GetString(lockFile.AsSpan(0, Math.Min(lockFile?.Length ?? 0, 400)));
}
