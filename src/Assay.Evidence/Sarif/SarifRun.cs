using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Measuring.Security;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>One run of one tool.</summary>
internal sealed class SarifRun
{
    private const int MostResults = 500_000;

    private readonly SarifPaths _paths = new();
    private readonly SarifInvocations _invocations = new();
    private List<SarifResult>? _results;
    private bool _resultsElsewhere, _ratesSecurity;

    internal SarifTool Tool { get; private set; } = new();

    /// <summary>Why the run shows nothing; null where it does.</summary>
    internal AssayError? Refusal =>
        Tool.Name.Length == 0 ? new AssayError(EvidenceErrors.Unreadable, "a run does not name its tool (tool.driver.name)")
        : _invocations.Failed ? new AssayError(EvidenceErrors.Unreadable, $"the tool says that its run failed ({Tool.Name}, executionSuccessful: false)")
        : _resultsElsewhere ? new AssayError(EvidenceErrors.Unreadable, "its results lie in other files (externalPropertyFileReferences)")
        : null;

    /// <summary>Reads a run, whose object has been stepped into.</summary>
    internal static SarifRun Read(JsonPull json, ref int count)
    {
        var run = new SarifRun();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "tool":
                    run.Tool = SarifTool.Read(json);
                    break;
                case "invocations" when json.BeginArray():
                    run._invocations.Read(json);
                    break;
                case "originalUriBaseIds" when json.BeginObject():
                    run._paths.ReadBases(json);
                    break;
                case "artifacts" when json.BeginArray():
                    run._paths.ReadArtifacts(json);
                    break;
                case "externalPropertyFileReferences" when json.BeginObject():
                    while (json.NextKey())
                    {
                        run._resultsElsewhere |= json.Key == "results";
                        json.Skip();
                    }
                    break;
                case "results" when json.BeginArray():
                    run._results = [];
                    while (json.NextObject())
                    {
                        if (SarifResult.Read(json) is { MayBeFinding: true } result)
                        {
                            run._results.Add(result);
                        }
                        if (++count > MostResults)
                        {
                            throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostResults} results");
                        }
                    }
                    break;
                case "invocations" or "originalUriBaseIds" or "artifacts" or "externalPropertyFileReferences" or "results":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return run;
    }

    /// <summary>Adds what the run shows. Without <c>results</c> the tool did not look (SARIF 2.1.0, 3.14.23), so the run shows nothing.</summary>
    internal void AddTo(ImmutableArray<Observation>.Builder observations)
    {
        if (_results is null)
        {
            return;
        }
        _invocations.Apply(Tool);
        _ratesSecurity = Tool.RatesSecurity || _results.Exists(result => result.SecuritySeverity is not null);
        var suppressed = new Dictionary<FindingCategory, int>();
        var findings = new List<ToolFinding>();
        foreach (var result in _results)
        {
            if (Finding(result) is not { } finding)
            {
                continue;
            }
            if (result.Suppressed)
            {
                suppressed[finding.Category] = suppressed.GetValueOrDefault(finding.Category) + 1;
            }
            if (!result.Suppressed || finding.Category == FindingCategory.Analysis)
            {
                findings.Add(finding);
            }
        }
        foreach (var category in ToolCategories.Of(Tool.Name))
        {
            observations.Add(new ToolRun(category, Tool.Name, Tool.Version, suppressed.GetValueOrDefault(category)));
        }
        observations.AddRange(findings);
    }

    private ToolFinding? Finding(SarifResult result)
    {
        var rule = Tool.Find(result.Rule);
        var level = result.Kind == "fail" ? result.Level ?? rule?.Level ?? SarifLevel.Warning : SarifLevel.Note;
        if (level.Severity() is not { } severity)
        {
            return null;
        }
        var id = result.Rule.Id ?? rule?.Id ?? "";
        var category = ToolCategories.Of(Tool.Name, id, severity);
        return new ToolFinding(category, Tool.Name, id, severity, Message(category, id, result, rule),
            _paths.Of(result.Location), result.Location.Line, result.Location.EndLine, result.SecuritySeverity ?? rule?.SecuritySeverity ?? (Passes(category, id, severity, result.ConcernsSecurity || rule?.ConcernsSecurity == true) ? 0 : null), result.Suppressed);
    }

    // A tool that rates what concerns security says by its silence that the rest does not; but not of an error, nor of what it or Assay itself calls a weakness.
    private bool Passes(FindingCategory category, string id, Severity severity, bool concernsSecurity) =>
        category == FindingCategory.Analysis && _ratesSecurity && SecurityRules.Of(id) is null && (severity == Severity.Note || (severity == Severity.Warning && !concernsSecurity));

    // What a scanner for secrets says may quote the secret, so only the rule is kept.
    private static string Message(FindingCategory category, string id, SarifResult result, SarifRule? rule) =>
        category == FindingCategory.Secret ? (id.Length > 0 ? id : "a secret")
        : result.Message ?? rule?.Summary ?? id;
}
