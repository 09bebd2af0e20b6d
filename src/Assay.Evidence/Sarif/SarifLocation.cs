using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>A place as a result names it.</summary>
/// <param name="ArtifactIndex">Index into the run's artifacts, which may follow later.</param>
internal readonly record struct SarifLocation(string? Uri, string? BaseId, int? ArtifactIndex, int? Line, int? EndLine)
{
    /// <summary>The first location that names a file. The array has been stepped into.</summary>
    internal static SarifLocation ReadFirst(JsonPull json)
    {
        SarifLocation first = default;
        while (json.NextObject())
        {
            SarifLocation here = default;
            while (json.NextKey())
            {
                if (json.Key != "physicalLocation")
                {
                    json.Skip();
                }
                else if (json.BeginObject())
                {
                    here = ReadPhysical(json);
                }
            }
            first = first is { Uri: null, ArtifactIndex: null } ? here : first;
        }
        return first;
    }

    /// <summary>An artifactLocation, whose object has been stepped into.</summary>
    internal static SarifLocation ReadArtifact(JsonPull json)
    {
        SarifLocation location = default;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "uri":
                    location = location with { Uri = json.TakeText() };
                    break;
                case "uriBaseId":
                    location = location with { BaseId = json.TakeText() };
                    break;
                case "index":
                    location = location with { ArtifactIndex = SarifRuleReference.NotNegative(json.TakeInt()) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return location;
    }

    private static SarifLocation ReadPhysical(JsonPull json)
    {
        SarifLocation location = default;
        int? line = null, end = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "artifactLocation" when json.BeginObject():
                    location = ReadArtifact(json);
                    break;
                case "region" when json.BeginObject():
                    (line, end) = ReadRegion(json);
                    break;
                case "artifactLocation" or "region":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return location with { Line = line, EndLine = end };
    }

    // Some tools write line 0 for a finding about the whole file.
    private static (int?, int?) ReadRegion(JsonPull json)
    {
        int? line = null, end = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "startLine":
                    line = json.TakeInt();
                    break;
                case "endLine":
                    end = json.TakeInt();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return (line is > 0 ? line : null, line is > 0 && end >= line ? end : null);
    }
}
