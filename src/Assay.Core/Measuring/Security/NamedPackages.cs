using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Assay.Core.Measuring.Security;

/// <summary>A package that a manifest names.</summary>
/// <param name="Ecosystem">By OSV's name.</param>
/// <param name="File">The manifest.</param>
public sealed record NamedPackage(string Ecosystem, string Name, string File);

/// <summary>Packages that a manifest names without any condition. What depends on a platform, a property or a place is not told, since a bill may do without it.</summary>
internal static partial class NamedPackages
{
    /// <summary>Names in one manifest; none where it is of a kind that is not understood.</summary>
    public static IEnumerable<string> Of(string file, byte[] bytes) => file switch
    {
        "package.json" => Json(bytes, Node).ToList(),
        "pyproject.toml" => Listed(Text(bytes)).Concat(Keys(Text(bytes), "[tool.poetry.dependencies]")),
        "Pipfile" => Keys(Text(bytes), "[packages]"),
        _ when file.EndsWith("proj", StringComparison.OrdinalIgnoreCase) => Project(Text(bytes)),
        _ when file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && file != "conanfile.txt" => Text(bytes).Split('\n').Select(Requirement).OfType<string>(),
        _ => [],
    };

    /// <summary>The name that a package of Node gives itself, by which its neighbours may depend on it.</summary>
    public static IEnumerable<string> OwnName(string file, byte[] bytes) => file == "package.json"
        ? Json(bytes, root => root.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? [name.GetString()!] : []) : [];

    private static IEnumerable<string> Node(JsonElement root)
    {
        if (!root.TryGetProperty("dependencies", out var all) || all.ValueKind != JsonValueKind.Object) yield break;
        foreach (var each in all.EnumerateObject())
        {
            var version = each.Value.ValueKind == JsonValueKind.String ? each.Value.GetString()! : "";
            if (version.StartsWith("npm:", StringComparison.Ordinal))
                yield return version[4..].LastIndexOf('@') is > 0 and var at ? version[4..][..at] : version[4..];
            else if (!version.Contains(':', StringComparison.Ordinal) && !version.Contains('/', StringComparison.Ordinal)) yield return each.Name;
        }
    }

    private static List<string> Json(byte[] bytes, Func<JsonElement, IEnumerable<string>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. read(document.RootElement)] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Such a manifest counts as one that declares something, whatever it may name.
            return [];
        }
    }

    private static IEnumerable<string> Project(string text)
    {
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return [.. XDocument.Load(xml).Descendants().Where(element => element.Name.LocalName == "PackageReference")
                .Where(element => !element.AncestorsAndSelf().Any(each => each.Attribute("Condition") is not null || each.Name.LocalName is "When" or "Otherwise"))
                .Where(element => element.Attribute("PrivateAssets") is null && !element.Elements().Any(each => each.Name.LocalName == "PrivateAssets"))
                .SelectMany(element => ((string?)element.Attribute("Include") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(name => !name.AsSpan().ContainsAny("$@%*"))];
        }
        catch (XmlException)
        {
            // NuGet reads no more of it; restore says so itself.
            return [];
        }
    }

    /// <summary>Requirements in <c>dependencies = [...]</c>.</summary>
    private static IEnumerable<string> Listed(string text) => Dependencies().Matches(text)
        .SelectMany(list => Quoted().Matches(list.Value)).Select(each => Requirement(each.Groups[1].Value)).OfType<string>();

    private static IEnumerable<string> Keys(string text, string table)
    {
        var inside = false;
        foreach (var line in text.Split('\n').Select(each => each.Trim()))
        {
            if (line.StartsWith('[')) inside = line == table;
            else if (inside && line.Split('=', 2) is [var key, var value] && !line.StartsWith('#') && key.Trim(' ', '"') is not "python" and var name
                && !value.Contains("optional", StringComparison.Ordinal) && !value.Contains("path", StringComparison.Ordinal) && !value.Contains("marker", StringComparison.Ordinal)
                && !value.Contains("python", StringComparison.Ordinal) && !value.Contains("platform", StringComparison.Ordinal)) yield return name;
        }
    }

    private static string? Requirement(string line) =>
        line.Contains(';', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal) || PythonName().Match(line.Split(" #")[0]) is not { Success: true } name ? null : name.Groups[1].Value;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^dependencies\s*=\s*\[(?:[^\]""']|""[^""\n]*""|'[^'\n]*')*\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dependencies();

    [GeneratedRegex(@"[""']([^""'\n]+)[""']", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>!~(\\]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PythonName();
}
