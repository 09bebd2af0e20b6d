using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Osv;

/// <summary>How grave an advisory calls itself.</summary>
internal static class OsvSeverity
{
    /// <summary>The words of GitHub's advisories, npm and NuGet; anything else is unknown.</summary>
    internal static VulnerabilitySeverity OfWord(string? word) => word?.ToLowerInvariant() switch
    {
        "critical" => VulnerabilitySeverity.Critical,
        "high" => VulnerabilitySeverity.High,
        "moderate" or "medium" => VulnerabilitySeverity.Moderate,
        "low" or "info" or "none" => VulnerabilitySeverity.Low,
        _ => VulnerabilitySeverity.Unknown,
    };

    /// <summary>The gravest of an array of scores by CVSS 3; vectors of other versions give none.</summary>
    internal static VulnerabilitySeverity ReadScores(JsonPull json)
    {
        var gravest = VulnerabilitySeverity.Unknown;
        if (!json.BeginArray())
        {
            return gravest;
        }
        while (json.NextObject())
        {
            string? score = null;
            while (json.NextKey())
            {
                if (json.Key == "score")
                {
                    score = json.TakeText();
                }
                else
                {
                    json.Skip();
                }
            }
            if (score is not null && Cvss3.BaseScore(score) is { } number && Cvss3.Rated(number) is var rated && rated > gravest)
            {
                gravest = rated;
            }
        }
        return gravest;
    }

    /// <summary>The <c>severity</c> of an object of the database's own, whatever else stands in it.</summary>
    internal static VulnerabilitySeverity ReadWord(JsonPull json)
    {
        var severity = VulnerabilitySeverity.Unknown;
        if (!json.BeginLooseObject())
        {
            return severity;
        }
        while (json.NextKey())
        {
            if (json.Key == "severity")
            {
                severity = OfWord(json.TakeLooseText());
            }
            else
            {
                json.Skip();
            }
        }
        return severity;
    }
}
