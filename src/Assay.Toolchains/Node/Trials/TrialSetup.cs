using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Node.Trials;

/// <summary>What an installation depends on: two trees with the same digest may use the same <c>node_modules</c>.</summary>
internal static partial class TrialSetup
{
    private static readonly ImmutableArray<string> Locks =
        ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "pnpm-workspace.yaml", ".npmrc", ".yarnrc", ".yarnrc.yml", ".pnpmfile.cjs", ".node-version", ".nvmrc"];

    private static readonly ImmutableArray<string> Hooks = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];

    /// <summary>Manifests, locks and patches; every file where the packages themselves run something when they are installed, which may build from any of them.</summary>
    internal static string Digest(IFileTree tree, NodeProject project, CommandLine? install)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(install?.ToString() ?? "");
        bool all = Runs(project);
        HashSet<string> manifests = [.. project.Packages.Select(package => package.File("package.json"))];
        foreach (var file in tree.Files.Where(file => project.Files.Contains(file.Path) && (all || manifests.Contains(file.Path) || Counts(file.Path))).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Add($"{file.Path} {file.Id}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }

    /// <summary>Whether installing runs a script of the project's own that could make something of its sources.</summary>
    internal static bool Runs(NodeProject project) =>
        project.Packages.Any(package => Hooks.Any(hook => package.Manifest.Scripts.TryGetValue(hook, out string? text) && !Harmless().IsMatch(text)));

    private static bool Counts(string path) => Locks.Contains(TreePaths.Name(path)) || path.Split('/').Any(part => part is "patches" or ".yarn");

    /// <summary>Git's hooks, and patches of what others wrote.</summary>
    [GeneratedRegex(@"^\s*(is-ci\s*\|\|\s*)?(husky(\s+install)?(\s+\S+)?|simple-git-hooks|lefthook\s+install|patch-package)(\s*\|\|\s*(true|:|echo\s+\S+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
