using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring.Coverage;

namespace Assay.Core.Measuring;

/// <summary>Reduces observations to facts. Merging happens here, on lines and tests, never by averaging percentages.</summary>
public static class Measure
{
    /// <summary>The component's facts; a name that is not among them was not shown.</summary>
    public static ImmutableArray<Fact> Facts(MeasureInput input)
    {
        var draft = new FactDraft(input.Component.Id);
        TestFacts.Add(input, draft);
        CoverageFacts.Add(input, draft);
        FindingFacts.Add(input, draft);
        SecretFacts.Add(input, draft);
        AcceptanceFacts.Add(input, draft);
        ChangeFacts.Add(input, draft);
        return [.. draft.Facts.Select(fact => BrokenStep(fact, input.Problems))];
    }

    /// <summary>A step that broke decides what it would have given, whatever a report of it says.</summary>
    private static Fact BrokenStep(Fact fact, ImmutableArray<EvidenceProblem> problems)
    {
        var problem = problems.FirstOrDefault(problem => problem.Step is { } step && StepFacts.Of(step).Contains(fact.Name));
        if (problem is null || fact.State == FactState.Empty) return fact;
        return fact with { State = FactState.Error, Reason = problem.Error.What, Remedy = problem.Error.Step, Locations = [] };
    }
}
