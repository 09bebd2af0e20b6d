using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Proof.Running;

namespace Assay.Proof.Hunks;

/// <summary>Takes each piece back alone, or with the least others that make the rest build, and sees whether a test fails.</summary>
/// <param name="reached">Which lines tests reach at head.</param>
/// <param name="measured">Languages that coverage was measured of; of others nothing is known.</param>
internal sealed class HunkProver(
    string component, ImmutableArray<HunkPiece> pieces, HunkRelations relations, HunkTrials trials, ReachedLines reached, ImmutableHashSet<Language> measured, HunkBudget budget)
{
    /// <summary>Every piece that counts, in the order of the change.</summary>
    /// <param name="lanes">Work side by side, each on one piece after another.</param>
    public async Task<ImmutableArray<HunkProof>> RunAsync(IReadOnlyList<IPhaseRunner> lanes, CancellationToken cancellation)
    {
        var counted = pieces.Where(piece => piece.Counts).ToImmutableArray();
        var proofs = counted.Select(piece => Loose(piece, NotReached())).ToArray();
        budget.Start();
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            stop.CancelAfter(budget.Left);
            var next = -1;
            await Task.WhenAll(lanes.Select(lane => Task.Run(() => WorkAsync(lane), CancellationToken.None))).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();

            async Task WorkAsync(IPhaseRunner lane)
            {
                while (Interlocked.Increment(ref next) is var at && at < counted.Length)
                {
                    try
                    {
                        proofs[at] = await ProveAsync(counted[at], lane, stop.Token).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException) when (stop.IsCancellationRequested)
                    {
                        // What the time did not suffice for keeps saying so.
                    }
                }
            }
        }
        finally
        {
            budget.Stop();
        }
        return [.. proofs];
    }

    private async Task<HunkProof> ProveAsync(HunkPiece piece, IPhaseRunner lane, CancellationToken cancellation)
    {
        if (Languages.OfPath(piece.File) is { } language && measured.Contains(language)
            && reached.Reaches(piece.File, piece.Taken.Start + 1, piece.Taken.Count) is false) return Loose(piece, "no test reaches it");
        cancellation.ThrowIfCancellationRequested();
        var set = ImmutableSortedSet.Create(piece.Index);
        var shown = await trials.TryAsync(set, lane, cancellation).ConfigureAwait(false);
        var alone = shown;
        for (var step = 1; shown is TakenBack.NotBuilt { Errors: var errors }; step++)
        {
            // The first few one by one, since that is the least; then ever more, so that a large change comes to an end.
            var before = set;
            for (var more = step <= SingleSteps ? 1 : 1 << (step - SingleSteps); more > 0 && relations.Next(set, errors) is { } other; more--) set = set.Add(other);
            if (set == before) return Loose(piece, $"it cannot be taken back, not even with all others: {errors[0]}");
            shown = await trials.TryAsync(set, lane, cancellation).ConfigureAwait(false);
        }
        if (alone is TakenBack.NotBuilt) (set, shown) = await LeastAsync(piece, set, shown, lane, cancellation).ConfigureAwait(false);
        return shown switch
        {
            TakenBack.Fails fails => Of(piece, true, fails.By, With(piece, set)),
            TakenBack.NotHeld loose => Loose(piece, With(piece, set) is { } with ? $"{loose.Why}, taken back {with}" : loose.Why),
            _ => Loose(piece, "it cannot be taken back"),
        };
    }

    /// <summary>Leaves out of the group what is not needed for building: a test that fails for another hunk says nothing of this one.</summary>
    private async Task<(ImmutableSortedSet<int> Set, TakenBack Shown)> LeastAsync(HunkPiece piece, ImmutableSortedSet<int> set, TakenBack shown, IPhaseRunner lane, CancellationToken cancellation)
    {
        foreach (var other in set.Remove(piece.Index))
        {
            if (set.Count <= 2 || shown is not TakenBack.Fails) break;
            var less = await trials.TryAsync(set.Remove(other), lane, cancellation).ConfigureAwait(false);
            if (less is not TakenBack.NotBuilt) (set, shown) = (set.Remove(other), less);
        }
        return (set, shown);
    }

    private const int SingleSteps = 4;

    private string? With(HunkPiece piece, ImmutableSortedSet<int> set) =>
        set.Count == 1 ? null : $"together with {string.Join(", ", set.Remove(piece.Index).Select(index => pieces[index].Place))}";

    private string NotReached() => budget.Whole.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"not reached within {budget.Whole.TotalMinutes:0.#} min")
        : string.Create(CultureInfo.InvariantCulture, $"not reached within {budget.Whole.TotalSeconds:0.#} s");

    private HunkProof Loose(HunkPiece piece, string why) => Of(piece, false, null, why);

    private HunkProof Of(HunkPiece piece, bool held, string? by, string? reason) => new(component, piece.File, piece.FirstLine, piece.LastLine, held, by, reason);
}
