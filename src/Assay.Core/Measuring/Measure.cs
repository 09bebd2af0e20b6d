using System.Collections.Immutable;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Measuring.Documentation;
using Assay.Core.Measuring.Operations;
using Assay.Core.Measuring.Performance;
using Assay.Core.Measuring.Review;
using Assay.Core.Measuring.Security;

namespace Assay.Core.Measuring;

/// <summary>Reduces observations to facts. Merging happens here, on lines and tests, never by averaging percentages.</summary>
public static class Measure
{
    /// <summary>The component's facts; a name that is not among them was not shown.</summary>
    public static ImmutableArray<Fact> Facts(MeasureInput input)
    {
        var draft = new FactDraft(input.Component.Id, input.Itemised);
        TestFacts.Add(input, draft);
        CoverageFacts.Add(input, draft);
        FindingFacts.Add(input, draft);
        SecretFacts.Add(input, draft);
        AcceptanceFacts.Add(input, draft);
        ChangeFacts.Add(input, draft);
        SbomFacts.Add(input, draft);
        VulnerabilityFacts.Add(input, draft);
        AnalysisFacts.Add(input, draft);
        PentestFacts.Add(input, draft);
        ThreatModelFacts.Add(input, draft);
        SegmentationFacts.Add(input, draft);
        TargetFacts.Add(input, draft);
        LoadFacts.Add(input, draft);
        CapacityFacts.Add(input, draft);
        ResourceFacts.Add(input, draft);
        DatabaseFacts.Add(input, draft);
        PageFacts.Add(input, draft);
        ReviewFacts.Add(input, draft);
        ProofFacts.Add(input, draft);
        DecisionFacts.Add(input, draft);
        ApiFacts.Add(input, draft);
        PublicApiFacts.Add(input, draft);
        CommentFacts.Add(input, draft);
        ReadmeFacts.Add(input, draft);
        LinkFacts.Add(input, draft);
        ChangelogFacts.Add(input, draft);
        SessionFacts.Add(input, draft);
        AlertFacts.Add(input, draft);
        RunbookFacts.Add(input, draft);
        DrillFacts.Add(input, draft);
        return [.. draft.Facts.Select(fact => BrokenStep(fact, input.Problems))];
    }

    /// <summary>A step that broke decides what it would have given, whatever a report of it says.</summary>
    private static Fact BrokenStep(Fact fact, ImmutableArray<EvidenceProblem> problems)
    {
        var problem = problems.FirstOrDefault(problem => problem.Step is { } step && StepFacts.Of(step).Contains(fact.Name));
        // What was never begun because nothing could be set up lacks no step of the reader's: the broken one does.
        if (problem is null && fact.State == FactState.Missing && StepFacts.AfterRestore.Contains(fact.Name)) problem = problems.FirstOrDefault(problem => problem.Step == StepKind.Restore);
        if (problem is null || fact.State == FactState.Empty) return fact;
        return fact with { State = FactState.Error, Reason = problem.Error.What, Remedy = problem.Error.Step, Locations = [], Items = [] };
    }
}
