using System.Collections.Concurrent;
using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Git.Checkouts;
using Assay.Proof.Judging;
using Assay.Proof.Running;

namespace Assay.Proof.Hunks;

/// <summary>Takes sets of pieces back in one lane or another, each set once.</summary>
/// <param name="first">Who is asked first; all others only where those hold nothing.</param>
/// <param name="edit">The tree of head with other content.</param>
/// <param name="limit">Longest time for one command: without a hunk a loop may have no end.</param>
/// <param name="ran">Told each run.</param>
internal sealed class HunkTrials(
    string component, ImmutableArray<ChangedSource> sources, ImmutableArray<HunkPiece> pieces, TakenBackReading reading, FirstTests first,
    Func<IReadOnlyDictionary<string, byte[]?>, Task<RepositoryTree>> edit, TimeSpan limit, Action<PhaseRun> ran)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TakenBack>>> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim editing = new(1);

    public Task<TakenBack> TryAsync(ImmutableSortedSet<int> set, IPhaseRunner lane, CancellationToken cancellation) =>
        known.GetOrAdd(string.Join(' ', set), _ => new(() => RunAsync(set, lane, cancellation))).Value;

    private async Task<TakenBack> RunAsync(ImmutableSortedSet<int> set, IPhaseRunner lane, CancellationToken cancellation)
    {
        var removal = Removal.Of(sources, pieces, set);
        if (removal.Broken is { } broken) return new TakenBack.NotBuilt([broken]);
        RepositoryTree tree;
        await editing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            tree = await edit(removal.Edits).ConfigureAwait(false);
        }
        finally
        {
            editing.Release();
        }
        if (first.Of(set) is { IsEmpty: false } picked && await ByFirstAsync(picked).ConfigureAwait(false) is { } told) return told;
        var refused = new HashSet<CaseKey>();
        var run = await OnceAsync([]).ConfigureAwait(false);
        while (true)
        {
            var shown = reading.Read(run with { Tests = [.. run.Tests.Where(test => !refused.Contains(CaseKey.Of(test)))] }, removal, limit);
            if (shown is not TakenBack.Fails { Test: { } test }) return refused.Count > 0 && shown is TakenBack.NotHeld ? new TakenBack.NotHeld($"{refused.First().Id} fails and passes without it") : shown;
            // A test that decides fails each time.
            var again = new PhaseCases((await OnceAsync([test]).ConfigureAwait(false)).Tests);
            if (again.Of(CaseKey.Of(test)) == Core.Proofs.PhaseOutcome.Failed) return shown;
            refused.Add(CaseKey.Of(test));
            if (refused.Count == MostRefused) return new TakenBack.NotHeld($"{refused.First().Id} and {MostRefused - 1} more fail and pass without it");
        }

        async Task<TakenBack?> ByFirstAsync(ImmutableArray<TestCase> picked)
        {
            var run = await OnceAsync(picked, times: 2).ConfigureAwait(false);
            var failing = run.Tests.GroupBy(CaseKey.Of).Where(times => times.All(test => test.Outcome == TestOutcome.Failed)).Select(times => times.First());
            var shown = reading.Read(run with { Tests = [.. failing] }, removal, limit);
            return shown is TakenBack.NotHeld && run.Problem?.Error.Kind != CollectionErrors.ToolTimedOut ? null : shown;
        }

        async Task<PhaseRun> OnceAsync(ImmutableArray<TestCase> only, int times = 1)
        {
            var phase = $"without {string.Join(", ", set.Select(index => pieces[index].Place))}";
            var result = await lane.RunAsync(new PhaseRequest(phase, tree, component, Coverage: false, only) { Limit = limit, Times = times }, cancellation).ConfigureAwait(false);
            ran(result);
            return result;
        }
    }

    private const int MostRefused = 3;
}
