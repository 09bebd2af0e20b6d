using System.Collections.Immutable;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Standards;

namespace Assay.Output.Findings;

/// <summary>The findings that block, joined by cause, what the reader can mend first at the top.</summary>
internal static class Items
{
    /// <param name="elsewhere">Findings that are shown by the command that produces what they miss; none where null.</param>
    public static ImmutableArray<Item> Of(Verdict verdict, NotShownYet notShown, ByCommand? elsewhere = null)
    {
        var facts = verdict.Facts.ToDictionary(fact => (fact.Component, fact.Name));
        return
        [
            .. verdict.Gates.SelectMany(gate => gate.Findings, (gate, finding) => new Blocking(gate.Component, finding, facts.GetValueOrDefault((gate.Component, finding.Criterion.Fact))))
                .Where(blocking => blocking.Finding.Status.Blocks() && !notShown.Holds(blocking.Component, blocking.Finding) && elsewhere?.Holds(blocking.Component, blocking.Finding) != true)
                .GroupBy(blocking => blocking.Cause)
                .Select(group => Join([.. group.OrderBy(blocking => blocking.Finding.Locations.IsEmpty)]))
                .OrderBy(item => item.Author ? 0 : 1).ThenBy(item => item.Order),
        ];
    }

    private static Item Join(ImmutableArray<Blocking> findings) => new(
        findings[0].Finding,
        [.. findings.Select(blocking => blocking.Finding.Criterion.Id).Distinct()],
        [.. findings.Select(blocking => blocking.Component).Distinct()],
        [.. findings.SelectMany(blocking => blocking.Finding.Locations).Distinct()],
        findings.Select(blocking => blocking.Fact?.Remedy).FirstOrDefault(remedy => remedy is not null) ?? findings[0].Finding.Remedy,
        findings.Any(blocking => blocking.Finding.Criterion.By == Mender.Author));

    private sealed record Blocking(string Component, Finding Finding, Fact? Fact)
    {
        /// <summary>
        /// Equal where one step mends both. A broken tool or a report that is not there has one cause whatever the criteria advise;
        /// what the judge says of itself ("no evidence shows it") has not.
        /// </summary>
        public (Status, string, string, string) Cause => Finding.Status switch
        {
            Status.Error => (Finding.Status, Component, Finding.Reason, ""),
            Status.Stale when Finding.Reason.EndsWith(MissingReasons.OtherContent, StringComparison.Ordinal) => (Finding.Status, "", MissingReasons.OtherContent, Finding.Remedy),
            Status.Stale => (Finding.Status, "", Finding.Reason, ""),
            Status.Missing when Fact?.Reason == Finding.Reason => (Finding.Status, "", Finding.Reason, ""),
            Status.Missing => (Finding.Status, "", Finding.Reason, Finding.Remedy),
            _ => (Finding.Status, Component, Finding.Reason, Finding.Remedy),
        };
    }
}
