using Assay.Core.Observations;

namespace Assay.Evidence.Osv;

/// <summary>The base score of CVSS 3.0 and 3.1 (FIRST, "CVSS v3.1 Specification", 7.1 and Appendix A; the base formulas of both are the same).</summary>
internal static class Cvss3
{
    private static readonly string[] Prefixes = ["CVSS:3.0/", "CVSS:3.1/"];

    /// <summary>0.0 to 10.0; null where the text is no whole vector.</summary>
    internal static decimal? BaseScore(string vector)
    {
        if (!Prefixes.Any(prefix => vector.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return null;
        }
        var metrics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in vector[Prefixes[0].Length..].Split('/'))
        {
            var pair = part.Split(':');
            if (pair.Length != 2 || !metrics.TryAdd(pair[0], pair[1]))
            {
                return null;
            }
        }
        string Of(string metric) => metrics.GetValueOrDefault(metric, "");
        var changed = Of("S") == "C";
        double? access = Of("AV") switch { "N" => 0.85, "A" => 0.62, "L" => 0.55, "P" => 0.2, _ => null };
        double? complexity = Of("AC") switch { "L" => 0.77, "H" => 0.44, _ => null };
        double? privileges = Of("PR") switch { "N" => 0.85, "L" => changed ? 0.68 : 0.62, "H" => changed ? 0.5 : 0.27, _ => null };
        double? interaction = Of("UI") switch { "N" => 0.85, "R" => 0.62, _ => null };
        if (access is null || complexity is null || privileges is null || interaction is null || Of("S") is not ("U" or "C")
            || Impact(Of("C")) is not { } confidentiality || Impact(Of("I")) is not { } integrity || Impact(Of("A")) is not { } availability)
        {
            return null;
        }
        var sub = 1 - ((1 - confidentiality) * (1 - integrity) * (1 - availability));
        var impact = changed ? (7.52 * (sub - 0.029)) - (3.25 * Math.Pow(sub - 0.02, 15)) : 6.42 * sub;
        var exploitability = 8.22 * access.Value * complexity.Value * privileges.Value * interaction.Value;
        return impact <= 0 ? 0 : RoundUp(Math.Min(changed ? 1.08 * (impact + exploitability) : impact + exploitability, 10));
    }

    /// <summary>Critical from 9.0, high from 7.0, moderate from 4.0 (5, "Qualitative Severity Rating Scale").</summary>
    internal static VulnerabilitySeverity Rated(decimal score) => score switch
    {
        >= 9.0m => VulnerabilitySeverity.Critical,
        >= 7.0m => VulnerabilitySeverity.High,
        >= 4.0m => VulnerabilitySeverity.Moderate,
        _ => VulnerabilitySeverity.Low,
    };

    private static double? Impact(string value) => value switch { "H" => 0.56, "L" => 0.22, "N" => 0, _ => null };

    /// <summary>Appendix A: in whole numbers, so that 4.02 as floating point gives 4.1 and 4.0000001 gives 4.0.</summary>
    private static decimal RoundUp(double score)
    {
        var whole = (int)Math.Round(score * 100_000, MidpointRounding.AwayFromZero);
        return whole % 10_000 == 0 ? whole / 100_000m : ((whole / 10_000) + 1) / 10m;
    }
}
