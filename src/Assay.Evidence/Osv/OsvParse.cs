using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Osv;

/// <summary>Reads one advisory, whose object has been stepped into.</summary>
internal static class OsvParse
{
    internal static OsvAdvisory Read(JsonPull json)
    {
        string? id = null, modified = null, published = null;
        var withdrawn = false;
        var aliases = ImmutableArray<string>.Empty;
        var affected = ImmutableArray<OsvAffected>.Empty;
        VulnerabilitySeverity said = default, scored = default;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    id = json.TakeText();
                    break;
                case "modified":
                    modified = json.TakeText();
                    break;
                case "published":
                    published = json.TakeText();
                    break;
                case "withdrawn":
                    withdrawn = json.TakeText() is { Length: > 0 };
                    break;
                case "aliases":
                    aliases = Texts(json);
                    break;
                case "severity":
                    scored = OsvSeverity.ReadScores(json);
                    break;
                case "database_specific":
                    said = OsvSeverity.ReadWord(json);
                    break;
                case "affected" when json.BeginArray():
                    affected = OsvAffectedParse.ReadAll(json);
                    break;
                case "affected":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (id is not { Length: > 0 })
        {
            throw json.Mistake(EvidenceErrors.Unreadable, "an advisory has no 'id'");
        }
        return new OsvAdvisory(id, aliases, Time(json, "modified", modified), withdrawn, said != default ? said : scored, affected) { Published = Time(json, "published", published) };
    }

    internal static ImmutableArray<string> Texts(JsonPull json)
    {
        if (!json.BeginArray())
        {
            return [];
        }
        var texts = ImmutableArray.CreateBuilder<string>();
        while (json.NextElement())
        {
            texts.Add(json.ElementText());
        }
        return texts.ToImmutable();
    }

    private static DateTimeOffset? Time(JsonPull json, string key, string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : throw json.Mistake(EvidenceErrors.Unreadable, $"an advisory's '{key}' is no time");
}
