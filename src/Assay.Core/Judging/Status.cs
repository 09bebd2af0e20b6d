namespace Assay.Core.Judging;

/// <summary>A criterion's or gate's outcome. Everything from <see cref="Fail"/> on blocks, and so does <see cref="Undecided"/>.</summary>
public enum Status { Undecided = 0, Pass, NotDue, NotApplicable, Waived, Owed, Fail, Missing, Stale, Error }

/// <summary>The order of outcomes.</summary>
public static class Statuses
{
    /// <summary>Whether the outcome blocks.</summary>
    public static bool Blocks(this Status status) => status is Status.Undecided or >= Status.Fail;

    /// <summary>How bad it is: not due and not applicable below pass, undecided above all.</summary>
    public static int Rank(this Status status) => status switch
    {
        Status.NotDue => 0,
        Status.NotApplicable => 1,
        Status.Pass => 2,
        Status.Waived => 3,
        Status.Owed => 4,
        Status.Fail => 5,
        Status.Missing => 6,
        Status.Stale => 7,
        Status.Error => 8,
        _ => 9,
    };

    /// <summary>The worst of them; <see cref="Status.Undecided"/> of none.</summary>
    public static Status Worst(this IEnumerable<Status> statuses)
    {
        Status? worst = null;
        foreach (var status in statuses)
            if (worst is null || status.Rank() > worst.Value.Rank()) worst = status;
        return worst ?? Status.Undecided;
    }
}
