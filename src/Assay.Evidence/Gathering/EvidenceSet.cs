using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Evidence;

namespace Assay.Evidence.Gathering;

/// <summary>Evidence that was read, and evidence that could not be had or read. Nothing that was named is passed over.</summary>
public sealed record EvidenceSet(ImmutableArray<EvidenceReading> Readings, ImmutableArray<EvidenceProblem> Problems)
{
    /// <summary>Reads everything that the request names, several files at once. The same bytes count once, with the best provenance.</summary>
    public static EvidenceSet Load(EvidenceRequest request, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<EvidenceProblem>();
        problems.AddRange(request.Stored.Problems);
        var candidates = StoredCandidates.Of(request, problems).Concat(NamedCandidates.Of(request, problems)).OrderByDescending(candidate => candidate.Trust).ToList();

        var read = new EvidenceContent[candidates.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4) };
        Parallel.For(0, candidates.Count, parallel, at => read[at] = EvidenceFile.Read(candidates[at].FullPath, cancellation));

        var readings = ImmutableArray.CreateBuilder<EvidenceReading>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (candidate, content) in candidates.Zip(read))
        {
            var found = Mistakes(candidate, content, request).ToList();
            problems.AddRange(found.Select(error => new EvidenceProblem(error with { File = candidate.Path }, request.Component, candidate.Record?.Kind ?? StepKinds.Of(content.Format)) { StepName = candidate.Record?.Step }));
            if (found.Count == 0 && seen.Add(content.Digest))
            {
                var item = candidate.Item(content, request.Component);
                readings.Add(new EvidenceReading(item with { ProducedAt = item.ProducedAt ?? OwnDate.Of(content.Observations) }, StepKinds.Categorised(content.Observations, candidate.Record?.Kind)));
            }
        }
        return new EvidenceSet(readings.ToImmutable(), problems.ToImmutable());
    }

    private static IEnumerable<AssayError> Mistakes(Candidate candidate, EvidenceContent content, EvidenceRequest request)
    {
        // What people write belongs into git; what a tool reports does not.
        if (!EvidenceReaders.IsRecord(content.Format) && candidate.IsTracked(request))
        {
            return [new AssayError(EvidenceErrors.TrackedByGit, "It is part of the content that is judged (tracked by git, or not ignored), so it shows nothing about it.",
                NextStep: "Ignore it in .gitignore; where git tracks it already: git rm --cached FILE")];
        }
        if (content.Error is { } error)
        {
            return [error, .. content.OtherErrors];
        }
        // Read once more than the store did, so that what was judged is what was recorded.
        return candidate.Digest is { } recorded && recorded != content.Digest
            ? [new AssayError(EvidenceErrors.DigestMismatch, "Its bytes are not those that were recorded.")]
            : [];
    }
}
