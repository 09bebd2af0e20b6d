using System.Collections.Frozen;
using Assay.Core.Evidence;
using Assay.Core.Standards;

namespace Assay.Core.Measuring;

/// <summary>Which kinds of steps have to run for a profile and a phase: those that give, or lead to, a fact of which something is demanded.</summary>
public static class DueSteps
{
    /// <summary>The kinds of steps; those whose facts nothing lists, such as commands of one's own, are always among them.</summary>
    /// <param name="standards">Every standard that judges, at base and at head: what either demands is due.</param>
    public static FrozenSet<StepKind> Of(IEnumerable<Standard> standards, Profile profile, Phase phase)
    {
        var demanded = standards.SelectMany(standard => standard.Criteria)
            .Where(criterion => criterion.Phase <= phase && criterion.Profile <= profile).Select(criterion => criterion.Fact).ToHashSet(StringComparer.Ordinal);
        return Enum.GetValues<StepKind>().Where(kind => StepFacts.Of(kind) is { Count: 0 } || StepFacts.Of(kind).Overlaps(demanded) || StepFacts.After(kind).Overlaps(demanded)).ToFrozenSet();
    }
}
