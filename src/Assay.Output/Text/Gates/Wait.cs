using Assay.Core;
using Assay.Core.Changes;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Standards;

namespace Assay.Output.Text.Gates;

/// <summary>What a criterion that is not due waits for.</summary>
/// <param name="Order">Nearest first: a higher profile, then a change, then a later phase.</param>
/// <param name="For">As a reader can ask for it, e.g. <c>--phase deployment</c>.</param>
internal sealed record Wait(int Order, string For)
{
    public static Wait Of(Verdict verdict, Criterion criterion)
    {
        if (verdict.Change.Judged == Judged.State && FactCatalog.Find(criterion.Fact) is { About: About.Change }) return new Wait(10, "a change");
        return criterion.Phase > verdict.Phase
            ? new Wait(20 + (int)criterion.Phase, $"--phase {Snake.Case(criterion.Phase)}")
            : new Wait((int)criterion.Profile, $"--profile {Snake.Case(criterion.Profile)}");
    }
}
