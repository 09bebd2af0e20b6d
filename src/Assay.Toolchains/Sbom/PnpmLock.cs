using System.Text;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>pnpm's <c>pnpm-lock.yaml</c>, versions 6 and 9, line by line as pnpm writes it.</summary>
internal static class PnpmLock
{
    internal static BillContents Read(byte[] bytes, string path)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n');
        string version = lines.FirstOrDefault(line => line.StartsWith("lockfileVersion:", StringComparison.Ordinal))?.Split(':')[1].Trim(' ', '\'', '"') ?? "";
        if (!version.StartsWith('6') && !version.StartsWith('9'))
        {
            return BillContents.Unknown($"{path} is of a version that is not read.", path, "Write it anew with pnpm 8 or later: pnpm install --lockfile-only");
        }

        var packages = new List<BillPackage>();
        bool inside = false;
        foreach (string line in lines)
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
            {
                inside = line.TrimEnd() == "packages:";
            }
            else if (!inside)
            {
                continue;
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && line[2] != ' ')
            {
                if (Entry(line) is not { } entry)
                {
                    return BillContents.Unknown($"{path} names a package in a way that is not read.", path, "Write it anew: pnpm install --lockfile-only");
                }

                packages.Add(entry);
            }
            else if (packages.Count > 0)
            {
                packages[^1] = WithDetail(packages[^1], line.Trim());
            }
        }

        return BillContents.Of(packages);
    }

    /// <summary><c>/@scope/name@1.2.3(peer@4.5.6):</c>, with or without the slash and quotes.</summary>
    private static BillPackage? Entry(string line)
    {
        string key = line.Trim().TrimEnd(':').Trim('\'', '"').TrimStart('/').Split('(')[0];
        int at = key.IndexOf('@', 1 <= key.Length ? 1 : 0);
        return at > 0 && at < key.Length - 1 ? new BillPackage(Ecosystems.Npm, key[..at], key[(at + 1)..]) : null;
    }

    private static BillPackage WithDetail(BillPackage package, string detail)
    {
        if (detail == "dev: true")
        {
            return package with { Development = true };
        }

        int integrity = detail.IndexOf("integrity: ", StringComparison.Ordinal);
        return integrity < 0 ? package : package with { Sha512 = Hashes.FromIntegrity(detail[(integrity + "integrity: ".Length)..].Split(',', '}')[0].Trim()) };
    }
}
