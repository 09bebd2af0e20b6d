using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;
using Assay.Evidence.Osv;

namespace Assay.Evidence.OsvScanner;

/// <summary>Results of osv-scanner in JSON, and of Assay's own search in a local database, which writes the same. See reader.md.</summary>
internal sealed class OsvScannerReader : IEvidenceReader
{
    private const string Source = "OSV";

    public string Format => "osv-scanner";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.RootKeys.Contains("results") && !head.RootKeys.Contains("schema")
        && (head.RootKeys.Contains("experimental_config") || head.RootKeys.Contains("osv_format") || head.Text.Contains("\"ecosystem\"", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadAll);

    private static ReadOutcome ReadAll(JsonPull json)
    {
        var found = ImmutableArray.CreateBuilder<Observation>();
        var ecosystems = new SortedSet<string>(StringComparer.Ordinal);
        var results = false;
        while (json.NextKey())
        {
            if (json.Key != "results")
            {
                json.Skip();
                continue;
            }
            results = true;
            if (!json.BeginArray())
            {
                continue; // osv-scanner writes null where there is nothing
            }
            while (json.NextObject())
            {
                ReadResult(json, found, ecosystems);
            }
        }
        return results
            ? new ReadOutcome([.. ecosystems.Select(ecosystem => new VulnerabilityScan(Source, ecosystem)), .. found], null, "osv-scanner")
            : JsonReading.Refused(EvidenceErrors.Unreadable, "it has no 'results'");
    }

    private static void ReadResult(JsonPull json, ImmutableArray<Observation>.Builder found, SortedSet<string> ecosystems)
    {
        while (json.NextKey())
        {
            if (json.Key != "packages")
            {
                json.Skip();
            }
            else if (json.BeginArray())
            {
                while (json.NextObject())
                {
                    ReadPackage(json, found, ecosystems);
                }
            }
        }
    }

    private static void ReadPackage(JsonPull json, ImmutableArray<Observation>.Builder found, SortedSet<string> ecosystems)
    {
        (string? Name, string? Version, string? Ecosystem) package = default;
        var advisories = new List<OsvAdvisory>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "package" when json.BeginObject():
                    package = ReadName(json);
                    break;
                case "vulnerabilities" when json.BeginArray():
                    while (json.NextObject())
                    {
                        advisories.Add(OsvParse.Read(json));
                    }
                    break;
                case "package" or "vulnerabilities":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (package is not ({ Length: > 0 } name, var version, { Length: > 0 } ecosystem))
        {
            throw json.Mistake(EvidenceErrors.Unreadable, "a package has no 'name' or no 'ecosystem'");
        }
        ecosystems.Add(ecosystem);
        // The scanner has matched it already: what this evaluation would not place is still what the scanner found.
        found.AddRange(advisories.Where(advisory => !advisory.Withdrawn).Select(advisory => OsvMatch.Of(advisory, Source, ecosystem, name, version)
            ?? new Vulnerability(Source, ecosystem, name, version, advisory.Id, advisory.Aliases, advisory.Severity, null) { Published = advisory.Published }));
    }

    private static (string?, string?, string?) ReadName(JsonPull json)
    {
        string? name = null, version = null, ecosystem = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "name":
                    name = json.TakeText();
                    break;
                case "version":
                    version = json.TakeText();
                    break;
                case "ecosystem":
                    ecosystem = json.TakeText()?.Split(':')[0];
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return (name, version, ecosystem);
    }
}
