using System.Text.Json;
using Assay.Core.Packages;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>npm's <c>package-lock.json</c>, versions 2 and 3 (npm 7 and later).</summary>
internal static class NpmLock
{
    private const string Modules = "node_modules/";

    private static readonly string[] Declared = ["dependencies", "devDependencies", "optionalDependencies"];

    /// <param name="manifest">The package.json beside it; null where it is not checked.</param>
    internal static BillContents Read(byte[] bytes, string path, byte[]? manifest)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.GetProperty("lockfileVersion").GetInt32() is not (2 or 3))
            {
                return BillContents.Unknown($"{path} is of a version that is not read.", path, "Write it anew with npm 7 or later: npm install --package-lock-only");
            }

            JsonElement packages = root.GetProperty("packages");
            if (manifest is not null && !Fits(packages, manifest))
            {
                return BillContents.Unknown($"{path} does not lock what package.json declares.", path, "Write it anew: npm install --package-lock-only");
            }

            return BillContents.Of(packages.EnumerateObject().Where(IsPackage).Select(Package));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return BillContents.Unknown($"{path} cannot be read as a lock file of npm.", path, "Write it anew: npm install --package-lock-only");
        }
    }

    /// <summary>The root, workspaces and links to them are the project's own.</summary>
    private static bool IsPackage(JsonProperty entry) =>
        entry.Name.Contains(Modules, StringComparison.Ordinal) && !(entry.Value.TryGetProperty("link", out JsonElement link) && link.ValueKind == JsonValueKind.True);

    private static BillPackage Package(JsonProperty entry)
    {
        string name = Text(entry.Value, "name") ?? entry.Name[(entry.Name.LastIndexOf(Modules, StringComparison.Ordinal) + Modules.Length)..];
        string version = Text(entry.Value, "version") ?? throw new FormatException(entry.Name);
        bool development = entry.Value.TryGetProperty("dev", out JsonElement dev) && dev.ValueKind == JsonValueKind.True;
        return new BillPackage(Ecosystems.Npm, name, version, Hashes.FromIntegrity(Text(entry.Value, "integrity")), development);
    }

    private static bool Fits(JsonElement packages, byte[] manifest)
    {
        using JsonDocument document = JsonDocument.Parse(manifest);
        return packages.TryGetProperty("", out JsonElement root) && Names(document.RootElement).SetEquals(Names(root));
    }

    private static HashSet<(string, string?)> Names(JsonElement package) =>
    [
        .. from key in Declared
           where package.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Object
           from property in package.GetProperty(key).EnumerateObject()
           select (property.Name, property.Value.GetString()),
    ];

    private static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;
}
