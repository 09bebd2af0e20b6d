using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Evidence.Gathering;

/// <summary>When a report was made by its own words, for evidence whose making nobody recorded.</summary>
internal static class OwnDate
{
    /// <summary>UTC; null where it does not say.</summary>
    internal static DateTimeOffset? Of(ImmutableArray<Observation> observations) => observations.Select(observation => observation switch
    {
        SecurityScan scan => scan.MadeAt?.ToUniversalTime(),
        PenetrationTest test => new DateTimeOffset(test.TestedOn, TimeOnly.MinValue, TimeSpan.Zero),
        _ => null,
    }).FirstOrDefault(date => date is not null);
}
