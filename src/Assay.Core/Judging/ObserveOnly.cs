using System.Globalization;

namespace Assay.Core.Judging;

/// <summary>A verdict that the caller asked to report and not to block, up to a day.</summary>
/// <param name="Until">The last day on which it does not block; that day ends at 24:00 UTC.</param>
/// <param name="Holds">The verdict was given on that day or before; false: it blocks as any other does.</param>
public sealed record ObserveOnly(DateOnly Until, bool Holds)
{
    /// <summary>Days that <see cref="Until"/> may lie ahead.</summary>
    public const int MostDays = 90;

    /// <summary>Whether a verdict that is given at this time only observes. A deployment never does.</summary>
    public static ObserveOnly At(DateOnly until, Standards.Phase phase, DateTimeOffset judgedAt) => new(until, phase != Standards.Phase.Deployment && DayOf(judgedAt) <= until);

    /// <summary>Days from now to the last day; negative where it has passed.</summary>
    public static int DaysAhead(DateOnly until, DateTimeOffset now) => until.DayNumber - DayOf(now).DayNumber;

    /// <summary><c>2026-01-31</c>.</summary>
    public string Day() => Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in UTC, wherever the machine stands.</summary>
    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
