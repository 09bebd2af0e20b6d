using System.Collections.Immutable;
using Assay.Core.Proofs;
using Assay.Output.Text;

namespace Assay.Output.Proofs;

/// <summary>What a person reads in a terminal: the outcome, what failed first, the one next step, and what ran.</summary>
internal sealed class ProofText : IProofFormat
{
    private const int Few = 3;
    private const int MostDiff = 6;

    public string Name => "text";

    public void Write(Proof proof, Stream output, OutputOptions options, ProofSources? sources = null)
    {
        var page = new Page(options);
        page.Line($"{ProofWords.Of(proof.Outcome)}  {ProofWords.What(proof)} · {ProofWords.Range(proof)} · {Words.Elapsed(options.Elapsed)}", ProofWords.TintOf(proof.Outcome));
        if (!options.Quiet) Body(page, proof);
        output.Write(page.ToUtf8());
    }

    private static void Body(Page page, Proof proof)
    {
        page.Row("  ", proof.Reason, 2);
        Components(page, proof);
        foreach (var group in ProofWords.Groups(proof).Where(group => !ProofWords.IsWell(group.Key))) Tests(page, [.. group]);
        Weakened(page, proof);
        foreach (var group in ProofWords.Groups(proof).Where(group => ProofWords.IsWell(group.Key)))
        {
            // What merely describes how things are is no news, unless somebody asks.
            if (group.Key == TestProofOutcome.Characterisation && !page.Verbose) Counted(page, [.. group]);
            else Tests(page, [.. group]);
        }
        Hunks(page, proof);
        if (proof.NextStep is { } step)
        {
            page.Blank();
            page.Row("-> ", step, 3);
        }
        Phases(page, proof);
    }

    private static void Components(Page page, Proof proof)
    {
        if (proof.Components.Length < 2) return;
        page.Blank();
        var column = 4 + Math.Min(30, proof.Components.Max(component => component.Id.Length));
        foreach (var component in proof.Components.OrderBy(component => Proof.Holds(component.Outcome)))
            page.Row($"  {component.Id}", $"{ProofWords.Of(component.Outcome)}: {component.Reason}", column, ProofWords.TintOf(component.Outcome));
    }

    private static void Counted(Page page, ImmutableArray<TestProof> tests)
    {
        page.Blank();
        page.Row("", $"{Words.Count(tests.Length, "test", "tests")} {ProofWords.Shows(tests[0].Outcome, tests.Length == 1)}");
    }

    private static void Tests(Page page, ImmutableArray<TestProof> tests)
    {
        page.Heading($"{ProofWords.Of(tests[0].Outcome).ToUpperInvariant()}  {Words.Count(tests.Length, "test", "tests")} {ProofWords.Shows(tests[0].Outcome, tests.Length == 1)}");
        foreach (var test in page.Verbose ? tests : [.. tests.Take(Few)])
        {
            page.Row("  ", $"{ProofWords.Name(test)}{(test.File is { } file ? $"  {file}" : "")}", 4);
            if (ProofWords.Said(test) is { Length: > 0 } said) page.Row("    ", Places.Note(page, said), 4);
            if (page.Verbose) page.Row("    ", $"base {ProofWords.Of(test.Base)}, red {ProofWords.Of(test.Red)}, green {ProofWords.Of(test.Green)}", 4);
        }
        More(page, tests.Length);
    }

    private static void More(Page page, int count)
    {
        if (!page.Verbose && count > Few) page.Row("    ", $"… and {count - Few} more (--verbose)", 4);
    }

    /// <summary>Every weakened test is named, however many: each is a way to green that somebody has to answer for.</summary>
    private static void Weakened(Page page, Proof proof)
    {
        if (proof.Weakened.IsEmpty) return;
        page.Heading($"WEAKENED  {Words.Count(proof.Weakened.Length, "test", "tests")}");
        foreach (var test in proof.Weakened)
        {
            page.Row($"  {test.File}:{test.Line}  ", $"{test.Test}: {ProofWords.Of(test.Weakness)}{(test.What.Length > 0 ? $", {test.What}" : "")}", 4);
            foreach (var line in page.Verbose ? test.Diff : [.. test.Diff.Take(MostDiff)]) page.Row("      ", Places.Note(page, line), 8);
            if (!page.Verbose && test.Diff.Length > MostDiff) page.Row("      ", $"… and {test.Diff.Length - MostDiff} more lines (--verbose)", 6);
        }
    }

    private static void Hunks(Page page, Proof proof)
    {
        if (proof.Hunks is not { } hunks) return;
        ImmutableArray<HunkProof> loose = [.. hunks.Where(hunk => !hunk.Held)];
        if (hunks.IsEmpty || loose.IsEmpty && !page.Verbose)
        {
            page.Blank();
            page.Row("", hunks.IsEmpty ? "no hunk of production code" : hunks.Length == 1 ? "the hunk of production code is held by a test" : $"all {hunks.Length} hunks of production code are held by tests");
            return;
        }
        page.Heading(loose.IsEmpty ? $"HELD  all {hunks.Length} hunks" : $"NOT HELD  {loose.Length} of {Words.Count(hunks.Length, "hunk", "hunks")}");
        ImmutableArray<HunkProof> shown = page.Verbose ? [.. hunks.OrderBy(hunk => hunk.Held)] : [.. loose.Take(2 * Few)];
        var column = Places.Column(shown.Select(ProofWords.Place), 2, 12);
        foreach (var hunk in shown) Places.Row(page, $"  {ProofWords.Place(hunk)}", Places.Note(page, hunk.Held ? ProofWords.Told(hunk) : hunk.Reason ?? "no test fails without it"), column);
        if (!page.Verbose && loose.Length > shown.Length) page.Row("    ", $"… and {loose.Length - shown.Length} more (--verbose)", 4);
    }

    private static void Phases(Page page, Proof proof)
    {
        if (proof.Phases.IsEmpty) return;
        page.Blank();
        page.Row("ran ", string.Join(", ", proof.Phases.GroupBy(phase => phase.Phase.StartsWith("without ", StringComparison.Ordinal) ? "hunks" : phase.Phase).Select(Phase)), 5);
        if (!page.Verbose) return;
        foreach (var phase in proof.Phases)
            page.Row("     ", $"{phase.Phase} of {phase.Component}: {phase.Command} ({(phase.Exit is { } exit ? $"exit {exit}" : "stopped")}, {Words.Elapsed(phase.Duration)}{(phase.Cached ? ", cached" : "")})", 7);
    }

    private static string Phase(IGrouping<string, ProofPhase> commands)
    {
        var cached = commands.Count(phase => phase.Cached);
        var took = Words.Elapsed(TimeSpan.FromTicks(commands.Sum(phase => phase.Duration.Ticks)));
        return cached == commands.Count() ? $"{commands.Key} cached" : $"{commands.Key} {took}{(cached > 0 ? $" ({cached} of {commands.Count()} cached)" : "")}";
    }
}
