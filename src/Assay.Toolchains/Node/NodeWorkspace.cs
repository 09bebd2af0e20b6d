using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Globs;

namespace Assay.Toolchains.Node;

/// <summary>Which packages a workspace holds: <c>workspaces</c> of package.json (npm, yarn) or <c>packages</c> of pnpm-workspace.yaml.</summary>
internal static class NodeWorkspace
{
    private const string Manifest = "package.json";
    private const string Pnpm = "pnpm-workspace.yaml";

    /// <summary>Whether a package below the folder is a member of the workspace there; null where the folder holds none.</summary>
    internal static Func<string, bool>? Members(IFileTree tree, string folder)
    {
        NodeManifest? manifest = NodeManifest.Read(tree.Read(TreePaths.Join(folder, Manifest)));
        byte[]? pnpm = tree.Read(TreePaths.Join(folder, Pnpm));
        if (pnpm is null && manifest?.HasWorkspaces != true)
        {
            return null;
        }

        // What cannot be read names everything below: one component is never laxer than several.
        ImmutableArray<string>? patterns = pnpm is null ? manifest!.Workspaces : Listed(Encoding.UTF8.GetString(pnpm));
        if (patterns is not { } named || named.Any(pattern => !Glob.TryParse(Plain(pattern), out _, out _)))
        {
            return member => TreePaths.IsBelow(member, folder);
        }

        // To pnpm and npm, docs/** is docs too.
        var taken = new GlobSet(named.Where(pattern => !pattern.StartsWith('!')).Select(Plain).SelectMany(pattern => pattern.EndsWith("/**", StringComparison.Ordinal) ? [pattern, pattern[..^3]] : (string[])[pattern]));
        var left = new GlobSet(named.Where(pattern => pattern.StartsWith('!')).Select(Plain));
        return member => TreePaths.IsBelow(member, folder) && member.Length > folder.Length
            && member[(folder.Length == 0 ? 0 : folder.Length + 1)..] is var local && taken.IsMatch(local) && !left.IsMatch(local);
    }

    /// <summary>The folder of the workspace that the package is a member of; null where it is of none.</summary>
    internal static string? Of(IFileTree tree, string package)
    {
        for (string? folder = TreePaths.Parent(package); folder is not null; folder = TreePaths.Parent(folder))
        {
            if (Members(tree, folder) is { } members)
            {
                return members(package) ? folder : null;
            }
        }

        return null;
    }

    private static string Plain(string pattern)
    {
        string plain = pattern.TrimStart('!').TrimEnd('/');
        return plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
    }

    /// <summary>The items below <c>packages:</c>; null where they are written in another way than one a line.</summary>
    private static ImmutableArray<string>? Listed(string yaml)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        bool within = false;
        foreach (string line in yaml.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length == 0 || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            if (within && line.TrimStart() is ['-', ' ', ..] item)
            {
                items.Add(item[1..].Split(" #")[0].Trim().Trim('"', '\''));
            }
            else if (line.StartsWith("packages:", StringComparison.Ordinal))
            {
                if (line["packages:".Length..].Split('#')[0].Trim().Length > 0)
                {
                    return null;
                }

                within = true;
            }
            else if (!char.IsWhiteSpace(line[0]))
            {
                within = false;
            }
        }

        return items.ToImmutable();
    }
}
