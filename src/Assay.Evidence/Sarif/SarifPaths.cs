using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>Turns the places of a run into paths.</summary>
internal sealed class SarifPaths
{
    private const int LongestChain = 16; // base ids may refer to each other, even in a circle

    private readonly Dictionary<string, SarifLocation> _bases = new(StringComparer.Ordinal);
    private readonly List<SarifLocation> _artifacts = [];
    private readonly Dictionary<(string?, string?), string> _known = [];

    /// <summary>Reads originalUriBaseIds, whose object has been stepped into.</summary>
    internal void ReadBases(JsonPull json)
    {
        while (json.NextKey())
        {
            var id = json.Key;
            if (json.BeginObject())
            {
                _bases[id] = SarifLocation.ReadArtifact(json);
            }
        }
    }

    /// <summary>Reads the run's artifacts, whose array has been stepped into.</summary>
    internal void ReadArtifacts(JsonPull json)
    {
        while (json.NextObject())
        {
            SarifLocation location = default;
            while (json.NextKey())
            {
                if (json.Key != "location")
                {
                    json.Skip();
                }
                else if (json.BeginObject())
                {
                    location = SarifLocation.ReadArtifact(json);
                }
            }
            _artifacts.Add(location);
        }
    }

    /// <summary>The path; null where the location names none.</summary>
    internal string? Of(SarifLocation location)
    {
        if (location.Uri is null && location.ArtifactIndex is { } at && at < _artifacts.Count)
        {
            location = _artifacts[at];
        }
        if (location.Uri is null)
        {
            return null;
        }
        if (!_known.TryGetValue((location.Uri, location.BaseId), out var path))
        {
            path = Decoded(Joined(location));
            _known.Add((location.Uri, location.BaseId), path);
        }
        return path;
    }

    private string Joined(SarifLocation location)
    {
        var uri = location.Uri!;
        var baseId = location.BaseId;
        for (var step = 0; step < LongestChain && baseId is not null && !IsAbsolute(uri) && _bases.TryGetValue(baseId, out var root); step++)
        {
            uri = root.Uri is { Length: > 0 } start ? $"{start.TrimEnd('/')}/{uri}" : uri;
            baseId = root.BaseId;
        }
        return uri;
    }

    private static bool IsAbsolute(string uri) => uri.StartsWith('/') || uri.Contains("://", StringComparison.Ordinal) || uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private static string Decoded(string uri)
    {
        var path = uri;
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            path = path["file:".Length..];
            if (path.StartsWith("//", StringComparison.Ordinal))
            {
                var host = path.IndexOf('/', 2);
                path = host == 2 || (host > 2 && path[2..host] == "localhost") ? path[host..] : path;
            }
            path = Uri.UnescapeDataString(path);
            return path is ['/', var drive, ':', ..] && char.IsAsciiLetter(drive) ? path[1..] : path;
        }
        path = path.Contains("://", StringComparison.Ordinal) ? path : Uri.UnescapeDataString(path);
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..];
        }
        return path;
    }
}
