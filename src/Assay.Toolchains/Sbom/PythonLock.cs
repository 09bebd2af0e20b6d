using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Measuring.Security;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>Packages of Python: <c>poetry.lock</c>, <c>uv.lock</c>, and requirements that pin each version.</summary>
internal static class PythonLock
{
    private static readonly ImmutableHashSet<string> NotOurs = ["node_modules", "testdata", "fixtures", "fixture", "templates", "site-packages", ".venv", "venv"];

    internal static BillContents Read(IFileTree tree, Component component)
    {
        ImmutableArray<string> files = [.. tree.Files.Select(file => file.Path).Where(path => component.Contains(path) && !path.Split('/').Any(NotOurs.Contains))];
        BillContents read = BillContents.All(files.Select(path => (Path: path, Name: TreePaths.Name(path))).Select(file => file.Name switch
        {
            "poetry.lock" or "uv.lock" => Toml(tree.Read(file.Path) ?? [], file.Path),
            var name when name.StartsWith("requirements", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal) => Requirements(tree.Read(file.Path) ?? [], file.Path),
            _ => BillContents.None,
        }));
        return read.Packages.IsEmpty && read.Problems.IsEmpty && DeclaredPackages.Of(tree, component).Ecosystems.TryGetValue(Ecosystems.PyPI, out string? manifest)
            ? BillContents.Unknown($"{manifest} declares packages, and no lock file says which versions.", manifest, "Lock them: uv lock, poetry lock, or requirements.txt with name==version in every line.")
            : read;
    }

    private static BillContents Toml(byte[] bytes, string path)
    {
        var packages = new List<BillPackage>();
        string? name = null, version = null;
        bool inside = false, own = false;
        foreach (string line in Lines(bytes).Append("[end]"))
        {
            if (line.StartsWith('['))
            {
                if (inside && name is not null && !own)
                {
                    if (version is null)
                    {
                        return BillContents.Unknown($"{path} names a package without a version.", path, "Write it anew: uv lock, or poetry lock.");
                    }

                    packages.Add(new BillPackage(Ecosystems.PyPI, name, version));
                }

                (inside, name, version, own) = (line == "[[package]]", null, null, false);
            }
            else if (inside && line.Split('=', 2) is [var key, var value])
            {
                switch (key.Trim())
                {
                    case "name": name = value.Trim(' ', '"'); break;
                    case "version": version = value.Trim(' ', '"'); break;
                    case "source": own = value.Contains("virtual =", StringComparison.Ordinal) || value.Contains("editable =", StringComparison.Ordinal); break;
                    default: break;
                }
            }
        }

        return BillContents.Of(packages);
    }

    private static BillContents Requirements(byte[] bytes, string path)
    {
        string file = TreePaths.Name(path);
        bool development = file.Contains("dev", StringComparison.Ordinal) || file.Contains("test", StringComparison.Ordinal);
        var packages = new List<BillPackage>();
        bool continued = false;
        foreach (string line in Lines(bytes))
        {
            string said = line.Split(" #")[0].TrimEnd('\\').Trim();
            bool part = continued;
            continued = line.EndsWith('\\');
            if (said.Length == 0 || said[0] == '#' || part || said.StartsWith("--", StringComparison.Ordinal) || said.StartsWith("-i ", StringComparison.Ordinal))
            {
                continue;
            }

            string[] pinned = said.Split(';')[0].Split("==");
            if (said[0] == '-' || pinned.Length != 2 || pinned[1].Trim('=').Trim() is not { Length: > 0 } version || version.Contains('*', StringComparison.Ordinal))
            {
                return BillContents.Unknown($"{path} does not pin every version ('{(said.Length > 60 ? said[..60] : said)}').", path, "Pin each: name==version in every line, as pip freeze or uv pip compile write it.");
            }

            packages.Add(new BillPackage(Ecosystems.PyPI, pinned[0].Split('[')[0].Trim(), version.Split(' ')[0], null, development));
        }

        return BillContents.Of(packages);
    }

    private static IEnumerable<string> Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
}
