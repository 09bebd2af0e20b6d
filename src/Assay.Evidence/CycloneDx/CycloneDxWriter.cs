using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Packages;

namespace Assay.Evidence.CycloneDx;

/// <summary>
/// Writes a bill of materials as CycloneDX 1.6 (ECMA-424). It has neither a serial number nor a time, so that the same packages give the same bytes.
/// </summary>
public static class CycloneDxWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes each package once; one that production uses anywhere is no development package.</summary>
    /// <param name="to">Is left open.</param>
    /// <param name="component">What the bill is of.</param>
    /// <param name="toolVersion">Assay's own.</param>
    public static void Write(Stream to, string component, string toolVersion, IEnumerable<BillPackage> packages)
    {
        using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        WriteNamed(json, "application", "assay", toolVersion);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", component);
        json.WriteString("name", component);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("components");
        foreach (var same in packages.GroupBy(Purl, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WritePackage(json, same.Key, [.. same]);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Purl(BillPackage package)
    {
        var name = package.Ecosystem == Ecosystems.PyPI ? Ecosystems.Normal(package.Ecosystem, package.Name) : package.Name;
        return PackageUrl.Write(Ecosystems.PurlType(package.Ecosystem), name, package.Version);
    }

    private static void WriteNamed(Utf8JsonWriter json, string type, string name, string version)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("name", name);
        json.WriteString("version", version);
        json.WriteEndObject();
    }

    private static void WritePackage(Utf8JsonWriter json, string purl, BillPackage[] same)
    {
        var package = same[0];
        var slash = package.Name.LastIndexOf('/');
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", purl);
        if (slash > 0)
        {
            json.WriteString("group", package.Name[..slash]);
        }
        json.WriteString("name", package.Name[(slash + 1)..]);
        json.WriteString("version", package.Version);
        json.WriteString("scope", Array.TrueForAll(same, each => each.Development) ? "excluded" : "required");
        if (Array.Find(same, each => each.Sha512 is not null) is { Sha512: { } hash })
        {
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("alg", "SHA-512");
            json.WriteString("content", hash);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteString("purl", purl);
        json.WriteEndObject();
    }
}
