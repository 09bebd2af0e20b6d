using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Evidence.Json;
using Assay.Evidence.Osv;

namespace Assay.Evidence.NpmAudit;

/// <summary>The report of <c>npm audit --json</c>, version 2 (npm 7 and later). See reader.md.</summary>
internal sealed class NpmAuditReader : IEvidenceReader
{
    internal const string Source = "npm audit";

    public string Format => "npm-audit";

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json && head.RootKeys.Contains("auditReportVersion");

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadReport);

    private static ReadOutcome ReadReport(JsonPull json)
    {
        int? version = null;
        var complete = false;
        var listed = false;
        var found = ImmutableArray.CreateBuilder<Observation>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "auditReportVersion":
                    version = json.TakeInt();
                    break;
                case "vulnerabilities":
                    listed = json.BeginObject();
                    while (listed && json.NextKey())
                    {
                        ReadPackage(json, found);
                    }
                    break;
                case "metadata":
                    complete = true;
                    json.Skip();
                    break;
                case "error":
                    throw json.Mistake(EvidenceErrors.Unreadable, "the audit ended with an error");
                default:
                    json.Skip();
                    break;
            }
        }
        return version != 2 ? JsonReading.Refused(EvidenceErrors.UnsupportedVersion, "only version 2 of the report is read", "Use npm 7 or later.")
            : !complete || !listed ? JsonReading.Refused(EvidenceErrors.Unreadable, "it has no 'vulnerabilities' or no 'metadata'")
            : new ReadOutcome([new VulnerabilityScan(Source, Ecosystems.Npm), .. found.Distinct()], "2", "npm");
    }

    /// <summary>A package that is concerned itself has its advisories under <c>via</c>; one that only depends on such has names there.</summary>
    private static void ReadPackage(JsonPull json, ImmutableArray<Observation>.Builder found)
    {
        if (!json.BeginObject())
        {
            return;
        }
        while (json.NextKey())
        {
            if (json.Key != "via")
            {
                json.Skip();
            }
            else if (json.BeginArray())
            {
                while (json.NextElement())
                {
                    if (json.Token == JsonTokenType.StartObject)
                    {
                        found.Add(ReadAdvisory(json));
                    }
                    else
                    {
                        json.ElementText();
                    }
                }
            }
        }
    }

    private static Vulnerability ReadAdvisory(JsonPull json)
    {
        string? name = null, url = null, severity = null, range = null, source = null;
        json.InObject();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "name":
                    name = json.TakeText();
                    break;
                case "url":
                    url = json.TakeText();
                    break;
                case "severity":
                    severity = json.TakeText();
                    break;
                case "range":
                    range = json.TakeText();
                    break;
                case "source":
                    source = json.TakeLooseDecimal()?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var id = url is { Length: > 0 } && url.TrimEnd('/') is var page ? page[(page.LastIndexOf('/') + 1)..] : source;
        return name is { Length: > 0 } && id is { Length: > 0 }
            ? new Vulnerability(Source, Ecosystems.Npm, name, null, id, [], OsvSeverity.OfWord(severity), FixedIn(range))
            : throw json.Mistake(EvidenceErrors.Unreadable, "an advisory has no 'name', or neither 'url' nor 'source'");
    }

    /// <summary><c>&lt;4.17.12</c> or <c>&gt;=1.0.0 &lt;1.2.3</c>: the first version behind the range. Of several ranges none is told, since the report does not say in which the version lies.</summary>
    private static string? FixedIn(string? range)
    {
        var parts = range?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return !parts.Contains("||") && parts.LastOrDefault() is ['<', not '=', ..] last && DottedVersion.Parse(last[1..], ignoreCase: false) is not null ? last[1..] : null;
    }
}
