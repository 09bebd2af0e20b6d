using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Osv;

/// <summary>Reads which packages and versions an advisory concerns.</summary>
internal static class OsvAffectedParse
{
    private const int MostEvents = 10_000;

    /// <summary>An array that has been stepped into.</summary>
    internal static ImmutableArray<OsvAffected> ReadAll(JsonPull json)
    {
        var all = ImmutableArray.CreateBuilder<OsvAffected>();
        while (json.NextObject())
        {
            if (Read(json) is { } package)
            {
                all.Add(package);
            }
        }
        return all.ToImmutable();
    }

    /// <summary>Null where it names no package, only a repository of sources.</summary>
    private static OsvAffected? Read(JsonPull json)
    {
        string? ecosystem = null, name = null;
        var ranges = ImmutableArray<OsvRange>.Empty;
        var versions = ImmutableArray<string>.Empty;
        VulnerabilitySeverity scored = default, said = default;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "package" when json.BeginObject():
                    (ecosystem, name) = Package(json);
                    break;
                case "ranges" when json.BeginArray():
                    ranges = Ranges(json);
                    break;
                case "versions":
                    versions = OsvParse.Texts(json);
                    break;
                case "severity":
                    scored = OsvSeverity.ReadScores(json);
                    break;
                case "database_specific" or "ecosystem_specific":
                    var word = OsvSeverity.ReadWord(json);
                    said = word > said ? word : said;
                    break;
                case "package" or "ranges":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return ecosystem is null || name is null ? null : new OsvAffected(ecosystem.Split(':')[0], name, ranges, versions, said != default ? said : scored);
    }

    private static (string? Ecosystem, string? Name) Package(JsonPull json)
    {
        string? ecosystem = null, name = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "ecosystem":
                    ecosystem = json.TakeText();
                    break;
                case "name":
                    name = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return (ecosystem, name);
    }

    private static ImmutableArray<OsvRange> Ranges(JsonPull json)
    {
        var ranges = ImmutableArray.CreateBuilder<OsvRange>();
        while (json.NextObject())
        {
            string? type = null;
            var events = ImmutableArray<OsvEvent>.Empty;
            while (json.NextKey())
            {
                switch (json.Key)
                {
                    case "type":
                        type = json.TakeText();
                        break;
                    case "events" when json.BeginArray():
                        events = Events(json);
                        break;
                    case "events":
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
            ranges.Add(new OsvRange(type ?? throw json.Mistake(EvidenceErrors.Unreadable, "a range has no 'type'"), events));
        }
        return ranges.ToImmutable();
    }

    private static ImmutableArray<OsvEvent> Events(JsonPull json)
    {
        var events = ImmutableArray.CreateBuilder<OsvEvent>();
        while (json.NextObject())
        {
            while (json.NextKey())
            {
                if (json.Key is not ("introduced" or "fixed" or "last_affected"))
                {
                    json.Skip();
                    continue;
                }
                var kind = json.Key;
                if (json.TakeText() is { } version)
                {
                    events.Add(new OsvEvent(kind, version));
                }
            }
            if (events.Count > MostEvents)
            {
                throw json.Mistake(EvidenceErrors.TooDeep, $"a range has more than {MostEvents} events");
            }
        }
        return events.ToImmutable();
    }
}
