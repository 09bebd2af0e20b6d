using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

/// <summary>A result as it stands in the log; what it means is known only at the end of its run, where rules and overrides may follow.</summary>
internal sealed class SarifResult
{
    private bool _absent;

    internal SarifRuleReference Rule { get; private set; }

    internal SarifLevel? Level { get; private set; }

    internal string Kind { get; private set; } = "fail";

    internal string? Message { get; private set; }

    internal bool Suppressed { get; private set; }

    /// <summary>False where the result itself says that it is none; the others depend on what else the run says.</summary>
    internal bool MayBeFinding => !_absent && (Kind is "open" or "review" || (Kind == "fail" && Level != SarifLevel.None));

    internal decimal? SecuritySeverity { get; private set; }

    /// <summary>A tag of it names security or a weakness (CWE).</summary>
    internal bool ConcernsSecurity { get; private set; }

    internal SarifLocation Location { get; private set; }

    internal static SarifResult Read(JsonPull json)
    {
        var result = new SarifResult();
        string? ruleId = null;
        int? ruleIndex = null;
        SarifRuleReference reference = default;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "ruleId":
                    ruleId = json.TakeText();
                    break;
                case "ruleIndex":
                    ruleIndex = SarifRuleReference.NotNegative(json.TakeInt());
                    break;
                case "rule" when json.BeginObject():
                    reference = SarifRuleReference.Read(json);
                    break;
                case "level":
                    result.Level = SarifLevels.Take(json);
                    break;
                case "kind":
                    result.Kind = SarifLevels.TakeOneOf(json, "fail", "pass", "open", "review", "informational", "notApplicable") ?? "fail";
                    break;
                case "message" when json.BeginObject():
                    result.Message = SarifText.ReadMessage(json);
                    break;
                case "baselineState":
                    result._absent = SarifLevels.TakeOneOf(json, "new", "unchanged", "updated", "absent") == "absent";
                    break;
                case "suppressions" when json.BeginArray():
                    result.Suppressed = ReadSuppressions(json);
                    break;
                case "locations" when json.BeginArray():
                    result.Location = SarifLocation.ReadFirst(json);
                    break;
                case "properties" when json.BeginObject():
                    (result.SecuritySeverity, result.ConcernsSecurity) = SarifText.ReadSecurity(json);
                    break;
                case "rule" or "message" or "suppressions" or "locations" or "properties":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        result.Rule = reference with { Id = ruleId ?? reference.Id, RuleIndex = ruleIndex ?? reference.RuleIndex };
        return result;
    }

    // Suppressed only if every suppression is accepted: one that is rejected or under review leaves the finding standing.
    private static bool ReadSuppressions(JsonPull json)
    {
        bool any = false, open = false;
        while (json.NextObject())
        {
            any = true;
            while (json.NextKey())
            {
                if (json.Key == "status")
                {
                    open |= SarifLevels.TakeOneOf(json, "accepted", "underReview", "rejected") is not (null or "accepted");
                }
                else
                {
                    json.Skip();
                }
            }
        }
        return any && !open;
    }
}
