using System.Text;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>yarn's <c>yarn.lock</c>, of yarn 1 and of later ones, line by line as yarn writes it.</summary>
internal static class YarnLock
{
    internal static BillContents Read(byte[] bytes, string path)
    {
        var packages = new List<BillPackage>();
        string? name = null, version = null, integrity = null, resolution = null;
        foreach (string line in Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n').Append("end:"))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ')
            {
                bool own = resolution?.Contains("@workspace:", StringComparison.Ordinal) == true;
                if (name is not null && name != "__metadata" && !own)
                {
                    if (version is null)
                    {
                        return BillContents.Unknown($"{path} names a package without a version.", path, "Write it anew: yarn install");
                    }

                    packages.Add(new BillPackage(Ecosystems.Npm, resolution is null ? name : Name(resolution), version, Hashes.FromIntegrity(integrity)));
                }

                (name, version, integrity, resolution) = (Name(line.TrimEnd().TrimEnd(':').Split(", ")[0].Trim('"')), null, null, null);
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && line[2] != ' ' && line.Trim().Split(' ', 2) is [var key, var value])
            {
                string text = value.Trim('"');
                switch (key.TrimEnd(':'))
                {
                    case "version": version = text; break;
                    case "integrity": integrity = text; break;
                    case "resolution": resolution = text; break;
                    default: break;
                }
            }
        }

        return BillContents.Of(packages);
    }

    /// <summary>The package of <c>name@^1.2.3</c>, or that which an alias stands for in <c>alias@npm:name@^1.2.3</c>.</summary>
    private static string Name(string spec)
    {
        int at = spec.IndexOf('@', Math.Min(1, spec.Length));
        if (at < 0)
        {
            return spec;
        }

        string behind = spec[(at + 1)..];
        bool alias = behind.StartsWith("npm:", StringComparison.Ordinal) && behind.IndexOf('@', Math.Min(5, behind.Length)) > 0;
        return alias ? Name(behind["npm:".Length..]) : spec[..at];
    }
}
