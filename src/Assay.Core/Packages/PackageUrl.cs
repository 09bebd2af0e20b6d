namespace Assay.Core.Packages;

/// <summary>A package URL (purl, ECMA-427): <c>pkg:type/namespace/name@version</c>.</summary>
/// <param name="Type">Lower case, e.g. <c>nuget</c>.</param>
/// <param name="Name">With its namespace before a slash, decoded, e.g. <c>@scope/name</c>.</param>
/// <param name="Version">Null where it names none.</param>
public sealed record PackageUrl(string Type, string Name, string? Version)
{
    private const string Scheme = "pkg:";

    /// <summary>Null where the text is no purl.</summary>
    public static PackageUrl? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text[Scheme.Length..].TrimStart('/').Split('#')[0].Split('?')[0];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return null;
        var path = rest[(slash + 1)..].Trim('/');
        // The @ of a scope may stand undecoded at the beginning of a part; that of the version stands behind the last slash.
        var at = path.LastIndexOf('@');
        var version = at > path.LastIndexOf('/') + 1 ? path[(at + 1)..] : null;
        var name = version is null ? path : path[..at];
        return name.Length == 0 ? null : new PackageUrl(rest[..slash].ToLowerInvariant(), Uri.UnescapeDataString(name), version is { Length: > 0 } ? Uri.UnescapeDataString(version) : null);
    }

    /// <summary>The purl of a package, every part encoded.</summary>
    public static string Write(string type, string name, string version) =>
        $"{Scheme}{type}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}@{Uri.EscapeDataString(version)}";
}
