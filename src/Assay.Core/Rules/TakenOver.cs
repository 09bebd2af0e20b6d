using Assay.Core.Configurations;
using Assay.Core.Globs;

namespace Assay.Core.Rules;

/// <summary>What a component that comes with the change takes out of the one that held its path at base, and does not carry on.</summary>
internal static class TakenOver
{
    public static IEnumerable<string> Of(Configuration atBase, Configuration head, ComponentConfiguration added)
    {
        var path = Full(head, added);
        var holder = atBase.Components.Where(component => Within(path, Full(atBase, component))).MaxBy(component => Full(atBase, component).Length);
        if (holder is null) yield break;
        var below = path[Full(atBase, holder).Length..].TrimStart('/');
        List<string> left = [];
        if (holder.Profile is { } least && !(added.Profile >= least)) left.Add($"profile {Snake.Case(least)}");
        var critical = holder.Critical.Where(glob => CouldMatchBelow(glob, below) && !CarriedOn(glob, below, added)).ToList();
        if (critical.Count > 0) left.Add($"critical paths {string.Join(", ", critical)}");
        var commands = holder.Commands.Keys.Except(added.Commands.Keys).ToList();
        if (commands.Count > 0) left.Add($"commands for {string.Join(", ", commands)}");
        if (left.Count > 0) yield return $"takes {(path.Length == 0 ? "." : path)} out of {holder.Id}, whose {string.Join(" and ", left)} it leaves";
    }

    private static string Full(Configuration configuration, ComponentConfiguration component) =>
        TreePath.Resolve(TreePath.Folder(configuration.Path ?? ""), component.Path) ?? "";

    private static bool Within(string path, string folder) => folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>In doubt, it could.</summary>
    private static bool CouldMatchBelow(string glob, string folder)
    {
        if (folder.Length == 0 || glob.AsSpan().IndexOfAny('{', '\\') >= 0 || Glob.IsMatch(glob, folder)) return true;
        string[] pattern = glob.Split('/'), names = folder.Split('/');
        for (var i = 0; i < names.Length && i < pattern.Length; i++)
        {
            if (pattern[i] == "**") return true;
            if (!Glob.IsMatch(pattern[i], names[i])) return false;
        }
        return pattern.Length > names.Length;
    }

    /// <summary>Whether the new component calls critical what this pattern of its holder did, seen from its own folder.</summary>
    private static bool CarriedOn(string glob, string folder, ComponentConfiguration added)
    {
        if (added.Critical.Contains("**") || (folder.Length == 0 && added.Critical.Contains(glob))) return true;
        if (folder.Length == 0 || Glob.IsMatch(glob, folder)) return false;
        var pattern = glob.Split('/');
        var any = Array.IndexOf(pattern, "**");
        var from = Math.Min(any < 0 ? pattern.Length : any, folder.Split('/').Length);
        return from < pattern.Length && added.Critical.Contains(string.Join('/', pattern[from..]));
    }
}
