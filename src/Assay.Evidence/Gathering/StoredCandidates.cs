using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Evidence.Gathering;

/// <summary>Files that records name.</summary>
internal static class StoredCandidates
{
    // File systems keep coarser times than clocks do.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(1);

    internal static IEnumerable<Candidate> Of(EvidenceRequest request, ImmutableArray<EvidenceProblem>.Builder problems)
    {
        var root = Path.GetFullPath(request.RepositoryRoot);
        foreach (var (record, files) in request.Stored.Steps)
        {
            var trust = request.StepsOfThisRun.Contains(record.Step) ? Trust.Collected : Trust.Recorded;
            foreach (var problem in record.Problems)
            {
                var kind = ErrorCatalog.Find(problem.Code) ?? EvidenceErrors.Unreadable;
                problems.Add(EvidenceProblem.OfStep(new AssayError(kind, problem.What, NextStep: problem.NextStep), request.Component, record.Kind) with { StepName = record.Step });
            }
            foreach (var file in files)
            {
                var shown = Candidate.Shown(root, file.Path);
                if (file.Problem is { } problem)
                {
                    problems.Add(new EvidenceProblem(problem, request.Component, record.Kind) { StepName = record.Step });
                }
                else if (File.GetLastWriteTimeUtc(file.Path) < record.StartedAt.UtcDateTime - ClockTolerance)
                {
                    problems.Add(new EvidenceProblem(
                        new AssayError(EvidenceErrors.OlderThanRun, $"It was there before its command began: {record.Command}", shown), request.Component, record.Kind) { StepName = record.Step });
                }
                else
                {
                    yield return new Candidate(file.Path, shown, trust, record, file.Digest);
                }
            }
        }
    }
}
