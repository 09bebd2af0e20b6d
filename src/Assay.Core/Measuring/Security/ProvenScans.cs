using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Packages;

namespace Assay.Core.Measuring.Security;

/// <summary>Scans whose silence counts: the source named a known-vulnerable package in the same run, or one of the component's own.</summary>
internal static class ProvenScans
{
    /// <summary>Longest time that a source's answer holds: advisories are written every day.</summary>
    private const int MostDays = 30;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>Every proven scan, the best bound first.</summary>
    public static List<(VulnerabilityScan Observation, EvidenceItem Item)> Of(MeasureInput input)
    {
        var listed = SbomFacts.Bills(input).Select(package => PackageUrl.Parse(package.Observation.Purl)).OfType<PackageUrl>()
            .Select(purl => Key(Ecosystems.Of(purl) ?? purl.Type, purl.Name)).ToHashSet();
        var finders = input.All<Vulnerability>().Where(found => listed.Contains(Key(found.Observation.Ecosystem, found.Observation.Package))).Select(found => (found.Item.Digest, found.Observation.Ecosystem)).ToHashSet();
        return [.. input.All<VulnerabilityScan>()
            .Where(scan => IsCurrent(scan.Observation, scan.Item, input.JudgedAt))
            .Where(scan => (scan.Observation.Probe is not null && scan.Item is { Probed: true, Step: StepKind.Vulnerabilities }) || finders.Contains((scan.Item.Digest, scan.Observation.Ecosystem)))
            .OrderByDescending(scan => scan.Item.Trust)];
    }

    /// <summary>Why the scans that are there show nothing; null where there are none.</summary>
    public static string? WhyNot(MeasureInput input, string ecosystem)
    {
        var scans = input.All<VulnerabilityScan>().Where(scan => scan.Observation.Ecosystem == ecosystem).ToList();
        if (scans.Count == 0) return null;
        var old = scans.Find(scan => !IsCurrent(scan.Observation, scan.Item, input.JudgedAt));
        return old.Item is null ? $"{scans[0].Observation.Source} found nothing and was not shown to find anything"
            : $"the answer of {old.Observation.Source}{(Time(old.Observation, old.Item) is { } time ? $" is of {time:yyyy-MM-dd}" : " does not say when it was given")}, and holds for {MostDays} days";
    }

    private static bool IsCurrent(VulnerabilityScan scan, EvidenceItem item, DateTimeOffset judgedAt) =>
        Time(scan, item) is { } time && time >= judgedAt.AddDays(-MostDays) && time <= judgedAt + ClockTolerance;

    private static (string, string) Key(string ecosystem, string name) => (ecosystem, Ecosystems.Normal(ecosystem, name));

    private static DateTimeOffset? Time(VulnerabilityScan scan, EvidenceItem item) =>
        scan.Advisories is { } advisories && (item.ProducedAt is not { } produced || advisories < produced) ? advisories : item.ProducedAt;
}
