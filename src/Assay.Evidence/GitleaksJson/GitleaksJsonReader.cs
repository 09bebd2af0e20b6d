using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.GitleaksJson;

/// <summary>The JSON report of gitleaks. See reader.md.</summary>
internal sealed class GitleaksJsonReader : IEvidenceReader
{
    private const string Tool = "gitleaks";
    private const int MostFindings = 500_000;

    public string Format => "gitleaks";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && head.Text.AsSpan().TrimStart().StartsWith("[") && head.Text.Contains("\"RuleID\"", StringComparison.Ordinal)
        && (head.Text.Contains("\"StartLine\"", StringComparison.Ordinal) || head.Text.Contains("\"Fingerprint\"", StringComparison.Ordinal));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.ReadArray(content, cancellation, ReadReport);

    private static ReadOutcome ReadReport(JsonPull json)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        observations.Add(new ToolRun(FindingCategory.Secret, Tool, null));
        while (json.NextObject())
        {
            observations.Add(ReadFinding(json));
            if (observations.Count > MostFindings) throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostFindings} findings");
        }
        return new ReadOutcome(observations.ToImmutable(), null, Tool);
    }

    // Match, Secret and Line quote the secret: they are passed over, never kept.
    private static ToolFinding ReadFinding(JsonPull json)
    {
        string? rule = null, file = null;
        int? line = null, end = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "RuleID":
                    rule = json.TakeText();
                    break;
                case "File":
                    file = json.TakeText();
                    break;
                case "StartLine":
                    line = json.TakeInt();
                    break;
                case "EndLine":
                    end = json.TakeInt();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return rule is { Length: > 0 }
            ? new ToolFinding(FindingCategory.Secret, Tool, rule, Severity.Error, rule, file, line > 0 ? line : null, end > 0 ? end : null)
            : throw json.Mistake(EvidenceErrors.Unreadable, "a finding has no 'RuleID'");
    }
}
