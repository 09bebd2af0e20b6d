using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Evidence.Json;
using Assay.Evidence.Osv;

namespace Assay.Evidence.DotNetVulnerable;

/// <summary>The projects of a report, each with its target frameworks and their packages.</summary>
internal static class DotNetProjects
{
    /// <summary>Reads one project, whose object has been stepped into.</summary>
    internal static void Read(JsonPull json, string source, ImmutableArray<Observation>.Builder found)
    {
        while (json.NextKey())
        {
            if (json.Key != "frameworks")
            {
                json.Skip();
                continue;
            }
            if (!json.BeginArray())
            {
                continue;
            }
            while (json.NextObject())
            {
                ReadFramework(json, source, found);
            }
        }
    }

    /// <summary>The first problem that is an error; the array has been stepped into.</summary>
    internal static string? FirstError(JsonPull json)
    {
        string? first = null;
        while (json.NextObject())
        {
            string? level = null, text = null;
            while (json.NextKey())
            {
                switch (json.Key)
                {
                    case "level":
                        level = json.TakeText();
                        break;
                    case "text":
                        text = json.TakeText();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
            if (level != "warning")
            {
                first ??= text is { Length: > 200 } ? text[..200] + "…" : text ?? "an error without a text";
            }
        }
        return first;
    }

    private static void ReadFramework(JsonPull json, string source, ImmutableArray<Observation>.Builder found)
    {
        while (json.NextKey())
        {
            if (json.Key is not ("topLevelPackages" or "transitivePackages"))
            {
                json.Skip();
                continue;
            }
            if (!json.BeginArray())
            {
                continue;
            }
            while (json.NextObject())
            {
                ReadPackage(json, source, found);
            }
        }
    }

    private static void ReadPackage(JsonPull json, string source, ImmutableArray<Observation>.Builder found)
    {
        string? id = null, version = null;
        var advisories = new List<(string Id, VulnerabilitySeverity Severity)>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    id = json.TakeText();
                    break;
                case "resolvedVersion":
                    version = json.TakeText();
                    break;
                case "vulnerabilities" when json.BeginArray():
                    while (json.NextObject())
                    {
                        advisories.Add(ReadAdvisory(json));
                    }
                    break;
                case "vulnerabilities":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (id is not { Length: > 0 })
        {
            throw json.Mistake(EvidenceErrors.Unreadable, "a package has no 'id'");
        }
        found.AddRange(advisories.Select(advisory => new Vulnerability(source, Ecosystems.NuGet, id, version, advisory.Id, [], advisory.Severity, null)));
    }

    private static (string, VulnerabilitySeverity) ReadAdvisory(JsonPull json)
    {
        string? severity = null, url = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "severity":
                    severity = json.TakeText();
                    break;
                case "advisoryurl" or "advisoryUrl":
                    url = json.TakeText();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var page = url?.TrimEnd('/');
        return page is { Length: > 0 }
            ? (page[(page.LastIndexOf('/') + 1)..], OsvSeverity.OfWord(severity))
            : throw json.Mistake(EvidenceErrors.Unreadable, "a vulnerability has no 'advisoryurl'");
    }
}
