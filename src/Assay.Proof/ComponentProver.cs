using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Measuring;
using Assay.Core.Measuring.Coverage;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Git.Checkouts;
using Assay.Proof.Compiling;
using Assay.Proof.Green;
using Assay.Proof.Hunks;
using Assay.Proof.Judging;
using Assay.Proof.Reasons;
using Assay.Proof.Running;
using Assay.Proof.Sides;
using Assay.Proof.Weakening;
using Assay.Toolchains.Components;

namespace Assay.Proof;

/// <summary>Base, red and green of one component, side by side in two private clones, and what they show.</summary>
/// <param name="hunks">Takes the hunks back afterwards; null where that was not asked for.</param>
/// <param name="reports">Where to keep what green leaves, with coverage; null where nobody needs it.</param>
internal sealed class ComponentProver(Checkouts checkouts, Trees trees, FoundComponent found, IPhaseRunner before, IPhaseRunner after, HunkStage? hunks, bool prompts = false, GreenReports? reports = null)
{
    /// <summary>How often a test that decides is run again: one that is flaky differs.</summary>
    private const int Reruns = 2;

    /// <summary>How often red is run again without what does not compile; each round shows only what the one before hid.</summary>
    private const int MostRepairs = 6;

    private readonly string id = found.Component.Id;
    private readonly List<ProofPhase> commands = [];
    private readonly ImmutableArray<ChangedFile> tests = trees.Sides.In(found, Side.Test);
    private readonly ImmutableArray<ChangedFile> production = prompts ? trees.Sides.In(found, Side.Prompt) : [.. trees.Sides.In(found, Side.Production), .. trees.Sides.In(found, Side.Manifest)];

    private PhaseRun atHead = PhaseRun.Absent;
    private ImmutableArray<CaseKey> flaky = [];

    public async Task<ComponentResult> RunAsync(CancellationToken cancellation)
    {
        var result = await PhasesAsync(cancellation).ConfigureAwait(false);
        if (hunks is null) return result;
        var refused = (Problem("green", atHead)?.Reason) ?? (atHead.Tests.IsEmpty ? "no test ran at head" : null);
        var proven = result.Tests.Where(test => test.Outcome == TestProofOutcome.Proven).Select(test => test.Id).ToHashSet(StringComparer.Ordinal);
        var held = await hunks.RunAsync(atHead, proven, flaky, refused, Ran, cancellation).ConfigureAwait(false);
        var component = held.FirstOrDefault(hunk => !hunk.Held) is { } loose && Core.Proofs.Proof.Holds(result.Component.Outcome)
            ? result.Component with { NextStep = $"Write a test that fails without {loose.File}:{HunkLines.Of(loose.FirstLine, loose.LastLine)}, or take it out: {loose.Reason}." } : result.Component;
        return result with { Component = component, Hunks = held, Commands = [.. commands] };
    }

    private async Task<ComponentResult> PhasesAsync(CancellationToken cancellation)
    {
        if (tests.IsEmpty && production.IsEmpty)
            return Result(ProofOutcome.Documentation, "no production or test file changed", null, [], 0, []);

        // Where no test changed, nothing new can fail at red: it is base, and only coverage can tell a refactoring.
        var coverage = tests.IsEmpty && !prompts;
        var introduced = Introduced.By(production);
        var reds = RedOrWithManifestsAsync(introduced, coverage, cancellation);
        var rest = RedAgainAndBaseAsync(reds, coverage, cancellation);
        var green = atHead = await RunAsync(after, "green", trees.Green, coverage || hunks is not null || reports is not null, [], cancellation, reports: reports).ConfigureAwait(false);
        var (red, _, notCompiled, refused) = await reds.ConfigureAwait(false);
        var greenAgain = await GreenAgainAsync(red, green, cancellation).ConfigureAwait(false);
        var earlier = await EarlierAsync(cancellation).ConfigureAwait(false);
        var (redAgain, atBase) = await rest.ConfigureAwait(false);
        reports?.Ended(id, Problem("green", green) is null && !green.Tests.IsEmpty && green.Tests.Concat(greenAgain).All(test => test.Outcome != TestOutcome.Failed));
        if (Problem("green", green) is { } broken) return Unclear(broken);
        if (green.Tests.IsEmpty) return Unclear(("no test ran at head", "Add a test, or name the command that runs them: commands: test: in assay.yaml."));
        if (refused is not null) return Unclear((refused, null));
        if (red.NotShown is [var absent, ..]) return Unclear(($"the content of {absent} is not on this machine", $"Bring it: git submodule update --init {absent}, or git lfs pull"));
        // Where every test of red was taken out of it, none is left to run; and before the first test there was none at base.
        if (!(red.RanNothing && !notCompiled.IsEmpty) && Problem("red", red) is { } redBroken) return Unclear(redBroken);
        if (!atBase.RanNothing && Problem("base", atBase) is { } baseBroken) return Unclear(baseBroken);

        var changes = TestChanges.Of(id, tests, trees.BaseFiles, trees.GreenFiles, new PhaseCases(atBase.Tests).Ids, new PhaseCases(green.Tests).Ids);
        changes = changes with { Expectations = [.. changes.Expectations.Where(IsJudgedHere)] };
        var phases = new Phases(atBase, red, green, notCompiled, redAgain, greenAgain, Reruns) { Earlier = earlier };
        flaky = [.. greenAgain.Where(test => test.Outcome == TestOutcome.Failed).Select(CaseKey.Of)];
        var side = production.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var sides = new SideOfFile(trees.GreenFiles, trees.Find(trees.GreenFiles));
        // A trace names files by the paths of the machine, of which ends are tried: only a file that is there can be production.
        var there = trees.GreenFiles.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        bool IsProduction(string path) => side.Contains(path) || (there.Contains(path) && sides.Of(path) == Side.Production);
        var (judged, unaffected) = new TestJudging(id, phases, changes, failed => FailureReason.Of(failed, IsProduction, introduced)).Judge();
        changes = changes with { Weakened = [.. changes.Weakened, .. Outdated.Of(id, phases, changes, judged, changes.Weakened)] };
        var evidence = new ComponentEvidence(!production.IsEmpty, null, null, judged, changes, null);
        if (ComponentJudging.Judge(evidence) is { Outcome: ProofOutcome.Refactoring } && !production.IsEmpty)
        {
            if (!coverage && !prompts) (atBase, green) = await MeasureAsync(cancellation).ConfigureAwait(false);
            if ((Problem("base with coverage", atBase) ?? Problem("head with coverage", green)) is { } unmeasured) return Unclear(unmeasured);
            evidence = evidence with { Uncovered = Gap(atBase, green) };
        }
        var (outcome, reason, step, weakened) = ComponentJudging.Judge(evidence);
        return Result(outcome, reason, step, judged, unaffected, weakened);

        // Where prompts changed too, data of tests is their evaluation's, and sources of tests are the code's.
        bool IsJudgedHere(WeakenedTest changed) => trees.Sides.In(found, Side.Prompt).IsEmpty || prompts != Inventory.IsSource(changed.File);

        ComponentResult Unclear((string Reason, string? Step) why)
        {
            // What the texts alone show of weakened tests is said even then.
            var texts = TestChanges.Of(id, tests, trees.BaseFiles, trees.GreenFiles, [], []);
            var (outcome, reason, step, weakened) = ComponentJudging.Judge(new ComponentEvidence(!production.IsEmpty, why.Reason, why.Step, [], texts, null));
            return Result(outcome, reason, step, [], 0, weakened);
        }
    }

    private async Task<Red> RedOrWithManifestsAsync(Introduced introduced, bool coverage, CancellationToken cancellation)
    {
        var red = await RedAsync(trees.Red, introduced, coverage, cancellation).ConfigureAwait(false);
        if (!(red.Run.IsAbsent || red.Run.Problem is { SetUp: true }) || trees.Sides.Paths(Side.Manifest) is not { IsEmpty: false } manifests) return red;
        // A test may need a package that the change brings, or a project that is new: what is installed then comes with the tests, what is written does not.
        var with = await checkouts.OverlayAsync(trees.Red, trees.Green, manifests).ConfigureAwait(false);
        return await RedAsync(with, introduced, coverage, cancellation).ConfigureAwait(false);
    }

    /// <summary>What failed at red is run again while red is still built; then base, of which only the tests are to be built anew.</summary>
    private async Task<(ImmutableArray<TestCase> RedAgain, PhaseRun Base)> RedAgainAndBaseAsync(Task<Red> reds, bool coverage, CancellationToken cancellation)
    {
        var red = await reds.ConfigureAwait(false);
        ImmutableArray<TestCase> failed = [.. red.Run.Tests.Where(test => test.Outcome == TestOutcome.Failed)];
        var again = failed.IsEmpty || red.Refused is not null ? [] : (await RunAsync(before, "red again", red.Tree, coverage: false, failed, cancellation, Reruns).ConfigureAwait(false)).Tests;
        return (again, trees.Red.Id == trees.Base.Id ? red.Run : await RunAsync(before, "base", trees.Base, coverage, [], cancellation).ConfigureAwait(false));
    }

    /// <summary>What decides at head: tests that fail there, and those that fail without the change.</summary>
    private async Task<ImmutableArray<TestCase>> GreenAgainAsync(PhaseRun red, PhaseRun green, CancellationToken cancellation)
    {
        var cases = new PhaseCases(red.Tests);
        ImmutableArray<TestCase> deciding = [.. green.Tests.Where(test => test.Outcome == TestOutcome.Failed || cases.Of(CaseKey.Of(test)) == PhaseOutcome.Failed)];
        return deciding.IsEmpty ? [] : (await RunAsync(after, "green again", trees.Green, coverage: false, deciding, cancellation, Reruns).ConfigureAwait(false)).Tests;
    }

    private async Task<Red> RedAsync(RepositoryTree tree, Introduced introduced, bool coverage, CancellationToken cancellation)
    {
        var notCompiled = ImmutableHashSet<string>.Empty;
        var changed = trees.Sides.Paths(Side.Test);
        for (var round = 0; ; round++)
        {
            var run = await RunAsync(before, round == 0 ? "red" : "red again", tree, coverage, [], cancellation).ConfigureAwait(false);
            if (RedRepair.Of(run, checkouts.FilesOf(tree), changed, introduced, trees.GreenFiles) is not { } repair) return new(run, tree, notCompiled, null);
            if (repair.Refused is not null) return new(run, tree, notCompiled, repair.Refused);
            if (round == MostRepairs) return new(run, tree, notCompiled, "red does not compile, whatever test is taken out of it");
            notCompiled = notCompiled.Union(repair.NotCompiled);
            tree = await checkouts.EditAsync(tree, repair.Edits.ToDictionary(edit => edit.Key, edit => (byte[]?)edit.Value)).ConfigureAwait(false);
        }
    }

    /// <summary>The tests of base on head: whatever the change did to a test, its setting or its runner, this is what it would have said. A failure must come again.</summary>
    private async Task<ImmutableArray<TestCase>> EarlierAsync(CancellationToken cancellation)
    {
        if (tests.IsEmpty || production.IsEmpty) return [];
        var tree = await checkouts.OverlayAsync(trees.Green, trees.Base, trees.Sides.Paths(Side.Test)).ConfigureAwait(false);
        var run = await RunAsync(after, "earlier tests", tree, coverage: false, [], cancellation).ConfigureAwait(false);
        ImmutableArray<TestCase> failed = [.. run.Tests.Where(test => test.Outcome == TestOutcome.Failed)];
        if (failed.IsEmpty || run.Problem is not null) return run.Tests;
        var again = new PhaseCases((await RunAsync(after, "earlier tests again", tree, coverage: false, failed, cancellation).ConfigureAwait(false)).Tests);
        return [.. run.Tests.Where(test => test.Outcome != TestOutcome.Failed || again.Of(CaseKey.Of(test)) == PhaseOutcome.Failed)];
    }

    private async Task<(PhaseRun Base, PhaseRun Green)> MeasureAsync(CancellationToken cancellation)
    {
        var atBase = RunAsync(before, "base with coverage", trees.Base, coverage: true, [], cancellation);
        var green = await RunAsync(after, "green with coverage", trees.Green, coverage: true, [], cancellation).ConfigureAwait(false);
        return (await atBase.ConfigureAwait(false), green);
    }

    private string? Gap(PhaseRun atBase, PhaseRun green)
    {
        if (prompts) return $"no evaluation fails without the change of {production[0].Path}";
        if (trees.Sides.In(found, Side.Production).All(file => file.Hunks.IsEmpty)) return null;
        if (atBase.Coverage.IsEmpty || green.Coverage.IsEmpty) return "no test failed without the change, and without coverage nothing shows that any reaches the changed code";
        return CoveredBefore.Gap([.. trees.Sides.In(found, Side.Production)], new ReachedLines(atBase.Coverage, new SourceOutlines(trees.BaseFiles), atBase.Frameworks), new ReachedLines(green.Coverage, new SourceOutlines(trees.GreenFiles), green.Frameworks));
    }

    private async Task<PhaseRun> RunAsync(IPhaseRunner runner, string phase, RepositoryTree tree, bool coverage, ImmutableArray<TestCase> only, CancellationToken cancellation, int times = 1, GreenReports? reports = null)
    {
        var run = await runner.RunAsync(new PhaseRequest(phase, tree, id, coverage, only) { Prompts = prompts, Times = times, Reports = reports }, cancellation).ConfigureAwait(false);
        Ran(run);
        return run;
    }

    private void Ran(PhaseRun run)
    {
        lock (commands) commands.AddRange(run.Commands);
    }

    private static (string Reason, string? Step)? Problem(string phase, PhaseRun run) => run switch
    {
        { Problem: { } problem } => ($"{phase} shows nothing: {problem.Error.What}", problem.Error.Step),
        { CompileErrors: [var error, ..] } => ($"{phase} does not compile: {error.File}:{error.Line} {error.Rule}: {error.Message}", phase == "green" ? "Make it compile." : null),
        _ => null,
    };

    private ComponentResult Result(ProofOutcome outcome, string reason, string? step, ImmutableArray<TestProof> judged, int unaffected, ImmutableArray<WeakenedTest> weakened) =>
        new(new ComponentProof(id, found.Component.Path, found.Component.Subject, outcome, reason, step, unaffected), judged, weakened, [.. commands]);

    /// <summary>How red ended.</summary>
    /// <param name="Tree">What it showed last, with everything repaired that could be.</param>
    /// <param name="Refused">Why it shows nothing, though it ran; null where it shows something.</param>
    private sealed record Red(PhaseRun Run, RepositoryTree Tree, ImmutableHashSet<string> NotCompiled, string? Refused);
}
