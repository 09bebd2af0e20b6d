using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Tests.Judging;

public sealed class StatusTests
{
    [Fact]
    public void What_was_never_decided_blocks_and_is_the_worst() =>
        Assert.Equal((Status.Undecided, true), (Enum.GetValues<Status>().Worst(), default(Status).Blocks()));

    [Fact]
    public void Nothing_at_all_is_undecided_and_not_a_pass() => Assert.Equal(Status.Undecided, Array.Empty<Status>().Worst());

    [Fact]
    public void Outcomes_rank_from_not_due_up_to_undecided() =>
        Assert.Equal(
            ["not_due", "not_applicable", "pass", "waived", "owed", "fail", "missing", "stale", "error", "undecided"],
            Enum.GetValues<Status>().OrderBy(status => status.Rank()).Select(Snake.Case));

    [Fact]
    public void Everything_from_fail_on_blocks_and_nothing_below() =>
        Assert.Equal(
            [Status.Undecided, Status.Fail, Status.Missing, Status.Stale, Status.Error],
            Enum.GetValues<Status>().Where(status => status.Blocks()));
}
