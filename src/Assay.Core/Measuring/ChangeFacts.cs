using Assay.Core.Changes;
using Assay.Core.Errors;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Rules;

namespace Assay.Core.Measuring;

/// <summary>What Assay itself saw: rules that the change loosens, evidence it could not take, files that commands touched.</summary>
internal static class ChangeFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Change.Judged == Judged.Change)
        {
            var loosened = input.Weakened.Where(weakening => weakening.Source is WeakeningSource.Rule or WeakeningSource.Suppression).ToList();
            draft.Measured(FactNames.RulesLoosened, Quantity.Count(loosened.Count), [],
                locations: loosened.Select(weakening => (weakening.Location ?? new Location("assay.yaml")) with { Note = weakening.What }));
        }

        var problems = input.Problems.Where(IsAboutEvidence).ToList();
        draft.Measured(FactNames.EvidenceProblems, Quantity.Count(problems.Count), [],
            locations: problems.Select(problem => new Location(problem.Error.File ?? problem.Error.Kind.Code, problem.Error.Line, Note: problem.Error.What)),
            remedy: problems.FirstOrDefault()?.Error.Step);

        if (input.TouchedByCommands is { } touched)
            draft.Measured(FactNames.TrackedFilesChanged, Quantity.Count(touched.Length), [], locations: touched.Select(path => new Location(path)));
        else
            draft.Empty(FactNames.TrackedFilesChanged, "no command was run");
    }

    /// <summary>What a step of collecting could not do is told by the facts that it would have given.</summary>
    private static bool IsAboutEvidence(EvidenceProblem problem) =>
        problem.Step is null || EvidenceErrors.All.Contains(problem.Error.Kind) || problem.Error.Kind == ConfigurationErrors.GlobMatchedNothing;
}
