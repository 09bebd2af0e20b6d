using System.Text;
using Assay.Core.Changes;
using Assay.Core.Sources;
using Assay.Proof.Reasons;

namespace Assay.Proof.Compiling.Modules;

/// <summary>Gives the modules that a test asks, in JavaScript or TypeScript, the names that only head's version of them has.</summary>
internal sealed class ScriptNames(IFileTree tree, IFileTree head, IReadOnlySet<string> changedTests, Introduced introduced)
{
    private static readonly string[] Endings = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.tsx", "/index.mts", "/index.js", "/index.mjs", "/index.cjs"];

    private const int Deepest = 8;

    public void Give(string test, Dictionary<string, byte[]> edits)
    {
        foreach (var (from, names) in ScriptModule.Of(test, Text(tree, test)).Imports.Where(import => import.From.StartsWith('.')))
        {
            if (Resolve(tree, test, from) is { } there)
            {
                if (!changedTests.Contains(there)) Extend(there, names, edits);
            }
            else if (Resolve(head, test, from) is { } added && introduced.Files.Contains(added) && !changedTests.Contains(added) && Languages.OfPath(added) is not null && !edits.ContainsKey(added))
            {
                var content = ScriptModule.Of(added, Text(head, added));
                edits.Add(added, Encoding.UTF8.GetBytes(Lines(added, content.IsModule, ExportsOf(head, added, Deepest) ?? [])));
            }
        }
    }

    private void Extend(string module, IEnumerable<string> names, Dictionary<string, byte[]> edits)
    {
        if (ExportsOf(tree, module, Deepest) is not { } has || head.Read(module) is null || ExportsOf(head, module, Deepest) is not { } brings) return;
        var missing = names.Distinct().Where(name => !has.Contains(name) && brings.Contains(name) && (name == "default" || introduced.Names.Contains(name))).ToList();
        if (missing.Count == 0) return;
        var before = edits.TryGetValue(module, out var edited) ? Encoding.UTF8.GetString(edited) : Text(tree, module);
        var now = ScriptModule.Of(module, before);
        var added = Lines(module, now.IsModule || !IsCommon(module), missing.Where(name => !now.Exports.Contains(name)));
        if (added.Length > 0) edits[module] = Encoding.UTF8.GetBytes($"{before}{(before.EndsWith('\n') ? "" : "\n")}{added}");
    }

    private bool IsCommon(string module) => module.EndsWith(".cjs", StringComparison.Ordinal) || (module.EndsWith(".js", StringComparison.Ordinal) && !ScriptModule.Of(module, Text(tree, module)).IsModule);

    private static string Lines(string path, bool module, IEnumerable<string> names)
    {
        var typed = Languages.OfPath(path) == Language.TypeScript;
        var all = names.OrderBy(name => name, StringComparer.Ordinal).Select(name => !module ? $"module.exports.{name} = undefined;\n"
            : name == "default" ? typed ? "export default undefined as any;\n" : "export default undefined;\n"
            : typed ? $"export const {name}: any = undefined;\nexport type {name}<_A = any, _B = any, _C = any> = any;\n" : $"export const {name} = undefined;\n");
        var lines = string.Concat(all);
        return lines.Length == 0 && module ? "export {};\n" : lines;
    }

    /// <summary>Null where a part of them comes from a package or cannot be found.</summary>
    private static HashSet<string>? ExportsOf(IFileTree files, string path, int depth)
    {
        if (depth == 0) return null;
        var module = ScriptModule.Of(path, Text(files, path));
        var all = module.Exports.ToHashSet(StringComparer.Ordinal);
        foreach (var from in module.All)
        {
            if (!from.StartsWith('.') || Resolve(files, path, from) is not { } next || ExportsOf(files, next, depth - 1) is not { } more) return null;
            all.UnionWith(more.Where(name => name != "default"));
        }
        return all;
    }

    private static string? Resolve(IFileTree files, string from, string asked)
    {
        var path = ModulePaths.Join(from, asked);
        // TypeScript lets a test ask for the file that its source will be compiled to.
        var source = path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal) ? path[..^2] + "ts" : path;
        return Endings.Select(ending => path + ending).Append(source).FirstOrDefault(candidate => candidate.Length > 0 && files.Read(candidate) is not null);
    }

    private static string Text(IFileTree files, string path) => Encoding.UTF8.GetString(files.Read(path) ?? []);
}
