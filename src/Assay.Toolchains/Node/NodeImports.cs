using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Globs;

namespace Assay.Toolchains.Node;

/// <summary>
/// Files that production code imports, whatever they are called: what runs in production is production, also in a folder named <c>fixtures</c> or
/// <c>build</c>. Only relative imports of literal paths are followed.
/// </summary>
internal static partial class NodeImports
{
    private const int MinifiedLine = 500;
    private static readonly ImmutableArray<string> Endings = ["", ".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx", ".mts", ".cts", ".vue", ".svelte", "/index.js", "/index.ts", "/index.tsx"];

    /// <summary>Files below the root that carry a name of tests or of what is made, and that production code imports.</summary>
    /// <param name="saidTest">What assay.yaml calls a test; null for nothing.</param>
    internal static HashSet<string> Of(IFileTree tree, ToolchainRoot at, Func<string, bool>? saidTest = null)
    {
        string root = at.Path;
        var roles = tree.Files.Where(file => file.Mode.StartsWith("100", StringComparison.Ordinal))
            .Select(file => (file.Path, Role: Role(file.Path))).Where(file => file.Role is not null).ToDictionary(file => file.Path, file => file.Role!.Value);
        var found = new HashSet<string>(StringComparer.Ordinal);
        // Without an ending Node takes a file for a module.
        foreach (string bare in tree.Files.Select(file => file.Path).Where(path => !roles.ContainsKey(path) && TreePaths.IsBelow(path, root) && !TreePaths.Name(path).Contains('.'))) roles[bare] = FileRole.Tooling;
        if (roles.Values.All(role => role == FileRole.Production)) return found;

        var settingUp = roles.Where(file => file.Value == FileRole.Production && SetsTestsUp(root, file.Key)).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(roles.Where(file => file.Value == FileRole.Production && !settingUp.Contains(file.Key)).Select(file => file.Key));
        // What the package gives to others is production, in whatever folder it lies.
        var manifest = NodeManifest.Read(tree.Read(at.Entry));
        foreach (string entry in manifest?.Entries ?? [])
        {
            foreach (string given in Given(roles, root, entry, manifest!.Published).Where(given => !IsMade(given) && !MayStay(tree, given) && found.Add(given)))
            {
                open.Enqueue(given);
            }
        }

        while (open.TryDequeue(out string? path))
        {
            if (tree.Read(path) is not { } bytes) continue;
            string text = Encoding.UTF8.GetString(bytes);
            foreach (string entry in manifest?.Aliases.Where(alias => text.Contains(alias.Name.Split('*')[0], StringComparison.Ordinal)).SelectMany(alias => alias.Targets) ?? [])
            {
                foreach (string given in Given(roles, root, entry, published: null).Where(given => !MayStay(tree, given) && found.Add(given))) open.Enqueue(given);
            }

            foreach (Match import in Import().Matches(text))
            {
                string specifier = Plain(import.Groups["path"].Value);
                if (Target(roles, path, specifier) is { } target && !MayStay(tree, target) && found.Add(target)) open.Enqueue(target);
                // What production imports sets no tests up, whatever it is called.
                if (Named(path, specifier).FirstOrDefault(settingUp.Remove) is { } imported) open.Enqueue(imported);
            }
        }

        return found;

        FileRole? Role(string path) => NodeRoles.Of(root, path) is not { } role ? null : saidTest?.Invoke(path) == true ? FileRole.Test : role;
    }

    /// <summary>Files that an entry of package.json names; a pattern names several, of those that a release holds.</summary>
    private static IEnumerable<string> Given(Dictionary<string, FileRole> roles, string root, string entry, ImmutableArray<string>? published)
    {
        if (!entry.Contains('*'))
        {
            return Target(roles, TreePaths.Join(root, "package.json"), entry) is { } target ? [target] : [];
        }

        string plain = entry.StartsWith("./", StringComparison.Ordinal) ? entry[2..] : entry;
        string start = TreePaths.Join(root, plain[..plain.IndexOf('*')]);
        string end = plain[(plain.LastIndexOf('*') + 1)..];
        var held = Held(published);
        return roles.Where(file => held(file.Key[(root.Length == 0 ? 0 : root.Length + 1)..]) && file.Value != FileRole.Production && file.Key.StartsWith(start, StringComparison.Ordinal) && file.Key.EndsWith(end, StringComparison.Ordinal)).Select(file => file.Key);
    }

    /// <summary>What a release holds, by <c>files</c> of package.json (docs.npmjs.com, package.json, files); everything where that cannot be told.</summary>
    private static Func<string, bool> Held(ImmutableArray<string>? published)
    {
        if (published is not { } files) return _ => true;
        var patterns = files.Select(each => (each.StartsWith("./", StringComparison.Ordinal) ? each[2..] : each).Trim('/')).ToList();
        if (patterns.Exists(each => each is "" or "." || each.StartsWith('!') || !Glob.TryParse(each, out _, out _))) return _ => true;
        var globs = new GlobSet(patterns.SelectMany(each => new[] { each, each + "/**" }));
        return globs.IsMatch;
    }

    /// <summary>What a build makes is given from <c>dist</c>, and usual.</summary>
    private static bool IsMade(string path) => path.Split('/').Any(part => part is "dist" or "build" or "node_modules");

    private static string? Target(Dictionary<string, FileRole> roles, string from, string specifier) =>
        Named(from, specifier).FirstOrDefault(path => roles.TryGetValue(path, out FileRole role) && role != FileRole.Production);

    /// <summary>Paths that an import may mean.</summary>
    private static IEnumerable<string> Named(string from, string specifier) =>
        TreePaths.Resolve(TreePaths.Folder(from), specifier.Split('?', '#')[0]) is not { } named ? [] : Endings.Select(ending => named + ending).Append(TypeScript(named));

    /// <summary>A specifier without the escapes of texts and of addresses.</summary>
    private static string Plain(string specifier) => Uri.UnescapeDataString(Escape().Replace(specifier, escape =>
        int.TryParse(escape.Groups["hex"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) ? new Rune(code).ToString() : escape.Groups["sign"].Value));

    /// <summary>TypeScript is imported by the name that its output will have.</summary>
    private static string TypeScript(string named) => JavaScriptEnding().Replace(named, ".$1ts$2");

    /// <summary>Packages of others, types, and what really is minified.</summary>
    private static bool MayStay(IFileTree tree, string path) =>
        path.Split('/').Contains("node_modules") || TypesOnly().IsMatch(path)
        || (TreePaths.Name(path).Contains(".min.", StringComparison.Ordinal) && tree.Read(path) is { } bytes && bytes.Length / (1 + bytes.AsSpan().Count((byte)'\n')) > MinifiedLine);

    /// <summary>Beside package.json stand the files by which runners are set up; they may import helpers of tests.</summary>
    private static bool SetsTestsUp(string root, string path) => TreePaths.Folder(path) == root && SetUp().IsMatch(TreePaths.Name(path));

    [GeneratedRegex("""(?:\bfrom|\bimport|\brequire|\bimport\s*\(|\brequire\s*\()\s*(?:\(\s*)?(?:(?:/\*[\s\S]*?\*/|//[^\n]*\n)\s*)*(?<quote>['"`])(?<path>(?:\.|\\u002e|\\u\{2e\}|\\x2e|%2e){1,2}(?:/[^'"`\r\n]*)?)\k<quote>""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Import();

    [GeneratedRegex("""\\(?:u\{(?<hex>[0-9a-fA-F]{1,6})\}|u(?<hex>[0-9a-fA-F]{4})|x(?<hex>[0-9a-fA-F]{2})|(?<sign>.))""", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\.([mc]?)js(x?)$", RegexOptions.CultureInvariant)]
    private static partial Regex JavaScriptEnding();

    [GeneratedRegex(@"\.d\.[mc]?ts$", RegexOptions.CultureInvariant)]
    private static partial Regex TypesOnly();

    [GeneratedRegex("^(vitest|jest|mocha|karma|playwright|cypress|setup|test-setup)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SetUp();
}
