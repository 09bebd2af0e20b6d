using Assay.Core.Observations;

namespace Assay.Toolchains.Vulnerabilities;

/// <summary>What a source of advisories gave for one ecosystem.</summary>
/// <param name="Scan">Set where the source proved itself and was asked for everything.</param>
/// <param name="Problem">Why it shows nothing, as the middle of a sentence; null where it does.</param>
internal sealed record Answer(string Ecosystem, VulnerabilityScan? Scan, string? Problem)
{
    internal static Answer Proven(string source, string ecosystem, string probe, DateTimeOffset? advisories = null) =>
        new(ecosystem, new VulnerabilityScan(source, ecosystem, probe, advisories), null);

    internal static Answer Unproven(string ecosystem, string problem) => new(ecosystem, null, problem);
}
