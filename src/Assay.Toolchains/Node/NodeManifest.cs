using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Toolchains.Node;

/// <summary>What a <c>package.json</c> says, as far as it is needed. Fields of another type than expected are taken as absent.</summary>
internal sealed record NodeManifest(
    string? Name, bool IsPrivate, bool HasBin, bool HasEntry, bool HasWorkspaces, string? PackageManager,
    ImmutableDictionary<string, string> Scripts, ImmutableDictionary<string, string> Dependencies)
{
    /// <summary>Patterns of the workspace's members; null where they are not written as texts.</summary>
    internal ImmutableArray<string>? Workspaces { get; private init; } = [];

    /// <summary>Files that are given to whoever uses or starts the package: <c>main</c>, <c>module</c>, <c>browser</c>, <c>bin</c>, <c>exports</c>.</summary>
    internal ImmutableArray<string> Entries { get; private init; } = [];

    /// <summary>Names by which its own code imports files (<c>imports</c>), each with what it stands for; a name may hold a star.</summary>
    internal ImmutableArray<(string Name, ImmutableArray<string> Targets)> Aliases { get; private init; } = [];

    /// <summary>Patterns of what a release of the package holds besides its plain entries; null where it holds everything.</summary>
    internal ImmutableArray<string>? Published { get; private init; }

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };
    private static readonly ImmutableArray<string> Kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

    /// <summary>Null where the content is no JSON object.</summary>
    internal static NodeManifest? Read(byte[]? content)
    {
        if (content is null)
        {
            return null;
        }

        try
        {
            ReadOnlyMemory<byte> bytes = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content.AsMemory(3) : content;
            using JsonDocument document = JsonDocument.Parse(bytes, Bounded);
            JsonElement root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? null : new NodeManifest(
                Text(root, "name"), root.TryGetProperty("private", out JsonElement isPrivate) && isPrivate.ValueKind == JsonValueKind.True,
                root.TryGetProperty("bin", out _), root.TryGetProperty("exports", out _) || root.TryGetProperty("main", out _) || root.TryGetProperty("module", out _),
                root.TryGetProperty("workspaces", out _), Text(root, "packageManager"),
                Texts(root, ["scripts"]), Texts(root, Kinds)) { Workspaces = Patterns(root), Published = PublishedOf(root), Aliases = AliasesOf(root), Entries = [.. Given.SelectMany(key => root.TryGetProperty(key, out JsonElement value) ? All(value) : [])] };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it needs any package at all.</summary>
    internal bool Uses(params ReadOnlySpan<string> packages)
    {
        foreach (string package in packages)
        {
            if (Dependencies.ContainsKey(package))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly ImmutableArray<string> Given = ["main", "module", "browser", "bin", "exports"];

    private static IEnumerable<string> All(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(All),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => All(property.Value)),
        _ => [],
    };

    private static ImmutableArray<string>? Patterns(JsonElement root)
    {
        if (!root.TryGetProperty("workspaces", out JsonElement value))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("packages", out JsonElement packages))
        {
            value = packages;
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }

    private static ImmutableArray<(string, ImmutableArray<string>)> AliasesOf(JsonElement root) =>
        root.TryGetProperty("imports", out JsonElement imports) && imports.ValueKind == JsonValueKind.Object
            ? [.. imports.EnumerateObject().Where(alias => alias.Name.StartsWith('#')).Select(alias => (alias.Name, All(alias.Value).ToImmutableArray()))]
            : [];

    private static ImmutableArray<string>? PublishedOf(JsonElement root) =>
        root.TryGetProperty("files", out JsonElement files) && files.ValueKind == JsonValueKind.Array && files.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. files.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ImmutableDictionary<string, string> Texts(JsonElement root, ImmutableArray<string> names)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (root.TryGetProperty(name, out JsonElement map) && map.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in map.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
                {
                    texts[property.Name] = property.Value.GetString()!;
                }
            }
        }

        return texts.ToImmutable();
    }
}
