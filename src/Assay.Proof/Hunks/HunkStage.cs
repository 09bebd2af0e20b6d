using System.Collections.Immutable;
using System.Text;
using Assay.Core.Measuring;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Core.Sources;
using Assay.Git.Checkouts;
using Assay.Proof.Judging;
using Assay.Proof.Running;
using Assay.Proof.Sides;
using Assay.Toolchains.Components;

namespace Assay.Proof.Hunks;

/// <summary>From green to what is shown of each production hunk of one component.</summary>
/// <param name="lanes">At most so many lanes, those that exist already first.</param>
internal sealed class HunkStage(Checkouts checkouts, Trees trees, FoundComponent found, HunkBudget budget, Func<int, IReadOnlyList<IPhaseRunner>> lanes)
{
    /// <summary>A lane sets up and builds by itself, which only several hunks are worth.</summary>
    private const int HunksPerLane = 3;

    /// <summary>What a machine under load may add to the tests.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    /// <param name="green">Head, run with coverage.</param>
    /// <param name="proven">Ids of the tests that fail without the change.</param>
    /// <param name="flaky">Tests that failed at head in a repeated run.</param>
    /// <param name="refused">Why nothing can be shown; null where something can.</param>
    /// <param name="ran">Told each run.</param>
    public async Task<ImmutableArray<HunkProof>> RunAsync(PhaseRun green, IReadOnlySet<string> proven, IEnumerable<CaseKey> flaky, string? refused, Action<PhaseRun> ran, CancellationToken cancellation)
    {
        var sources = ChangedSource.Of(trees.Sides.In(found, Side.Production), trees.BaseFiles, trees.GreenFiles);
        var pieces = HunkSplitter.Split(sources, trees.BaseFiles, trees.GreenFiles);
        var counted = pieces.Count(piece => piece.Counts);
        if (refused is not null)
            return [.. pieces.Where(piece => piece.Counts).Select(piece => new HunkProof(found.Component.Id, piece.File, piece.FirstLine, piece.LastLine, false, null, $"not tried: {refused}"))];
        if (counted == 0) return [];

        var longest = green.Commands.Select(command => command.Duration).DefaultIfEmpty(TimeSpan.Zero).Max();
        var limit = (3 * longest) + Slack;
        var tests = Tests();
        ImmutableArray<TestCase> failing = [.. green.Tests.Where(test => proven.Contains(test.Id))];
        var first = new FirstTests(sources, pieces, failing.Length < green.Tests.Length ? failing : [], tests);
        var trials = new HunkTrials(found.Component.Id, sources, pieces, new TakenBackReading(new GreenCases(green.Tests, flaky), tests), first,
            edits => checkouts.EditAsync(trees.Green, edits), limit, ran);
        var prover = new HunkProver(found.Component.Id, pieces, new HunkRelations(sources, pieces), trials, new ReachedLines(green.Coverage, new SourceOutlines(trees.GreenFiles), green.Frameworks),
            [.. green.Coverage.Select(file => Languages.OfPath(file.Path)).OfType<Language>()], budget);
        var side = lanes(Math.Clamp(counted / HunksPerLane, 1, Math.Max(1, Environment.ProcessorCount / 2)));
        return await prover.RunAsync(side, cancellation).ConfigureAwait(false);
    }

    private ImmutableDictionary<string, Lazy<string>> Tests()
    {
        var sides = new SideOfFile(trees.GreenFiles, trees.Find(trees.GreenFiles));
        return trees.GreenFiles.Files.Where(file => Languages.OfPath(file.Path) is not null && found.Component.Contains(file.Path) && sides.Of(file.Path) == Side.Test)
            .ToImmutableDictionary(file => file.Path, file => new Lazy<string>(() => Encoding.UTF8.GetString(trees.GreenFiles.Read(file.Path) ?? [])), StringComparer.Ordinal);
    }
}
