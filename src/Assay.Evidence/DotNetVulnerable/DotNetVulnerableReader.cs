using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Packages;
using Assay.Evidence.Json;

namespace Assay.Evidence.DotNetVulnerable;

/// <summary>The report of <c>dotnet list package --vulnerable --include-transitive --format json</c>. See reader.md.</summary>
internal sealed class DotNetVulnerableReader : IEvidenceReader
{
    internal const string Source = "dotnet list package";

    public string Format => "dotnet-vulnerable";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.RootKeys.Contains("parameters") && head.RootKeys.Contains("projects");

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadReport);

    private static ReadOutcome ReadReport(JsonPull json)
    {
        int? version = null;
        var parameters = "";
        var projects = 0;
        string? problem = null;
        var found = ImmutableArray.CreateBuilder<Observation>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "version":
                    version = json.TakeInt();
                    break;
                case "parameters":
                    parameters = json.TakeText() ?? "";
                    break;
                case "problems" when json.BeginArray():
                    problem = DotNetProjects.FirstError(json);
                    break;
                case "projects" when json.BeginArray():
                    while (json.NextObject())
                    {
                        projects++;
                        DotNetProjects.Read(json, Source, found);
                    }
                    break;
                case "problems" or "projects":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        var asked = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return version != 1 ? JsonReading.Refused(EvidenceErrors.UnsupportedVersion, "only version 1 of the report is read", "Add --output-version 1.")
            : problem is not null ? JsonReading.Refused(EvidenceErrors.Unreadable, $"dotnet says in it: {problem}", "Restore the project first: dotnet restore")
            : !asked.Contains("--vulnerable") ? JsonReading.Refused(EvidenceErrors.Unreadable, "it was not asked for vulnerable packages", "Add --vulnerable.")
            : !asked.Contains("--include-transitive") ? JsonReading.Refused(EvidenceErrors.Unreadable, "it leaves out what packages depend on", "Add --include-transitive.")
            : projects == 0 ? JsonReading.Refused(EvidenceErrors.Empty, "it names no project")
            : new ReadOutcome([new VulnerabilityScan(Source, Ecosystems.NuGet), .. found.Distinct()], "1", "dotnet");
    }
}
