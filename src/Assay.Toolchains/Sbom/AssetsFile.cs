using System.Text.Json;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>NuGet's <c>project.assets.json</c>: every package that restore resolved, direct and transitive, for all target frameworks.</summary>
internal static class AssetsFile
{
    private const long MostBytes = 256L << 20;

    /// <summary>Null where it cannot be read, or is about another project.</summary>
    /// <param name="path">Of the assets file.</param>
    /// <param name="onDisk">Absolute path of the project.</param>
    internal static List<BillPackage>? Read(string path, string onDisk, bool test)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                return null;
            }

            using FileStream file = File.OpenRead(path);
            using JsonDocument assets = JsonDocument.Parse(file);
            JsonElement described = assets.RootElement.GetProperty("project");
            string? of = described.GetProperty("restore").GetProperty("projectPath").GetString();
            if (of is null || !Path.GetFullPath(of).Equals(Path.GetFullPath(onDisk), StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            var packages = assets.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => Package(library, test)).ToList();
            packages.AddRange(Downloads(described, test));
            return packages;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static BillPackage Package(JsonProperty library, bool test)
    {
        string[] name = library.Name.Split('/');
        string? hash = library.Value.TryGetProperty("sha512", out JsonElement sha512) ? Hashes.FromBase64(sha512.GetString()) : null;
        return name is [{ Length: > 0 } id, { Length: > 0 } version] ? new BillPackage(Ecosystems.NuGet, id, version, hash, test) : throw new FormatException(library.Name);
    }

    /// <summary>Packages that are fetched and not referenced, such as the runtime of a self-contained program; an exact version in brackets.</summary>
    private static IEnumerable<BillPackage> Downloads(JsonElement project, bool test) =>
        from framework in project.GetProperty("frameworks").EnumerateObject()
        where framework.Value.TryGetProperty("downloadDependencies", out _)
        from download in framework.Value.GetProperty("downloadDependencies").EnumerateArray()
        let version = download.GetProperty("version").GetString()?.Trim('[', ']').Split(',')[0].Trim()
        where version is { Length: > 0 }
        select new BillPackage(Ecosystems.NuGet, download.GetProperty("name").GetString() ?? throw new FormatException("downloadDependencies"), version, null, test);
}
