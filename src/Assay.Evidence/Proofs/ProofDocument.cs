using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Evidence.Json;

namespace Assay.Evidence.Proofs;

/// <summary>One pass over a proof, behind its schema. Every key has to be there, and no other.</summary>
internal sealed class ProofDocument(JsonPull json)
{
    private static readonly string[] Keys = ["repository", "base", "head", "dirty", "outcome", "reason", "nextStep", "components", "tests", "hunks", "weakened", "phases"];
    private static readonly string[] ComponentKeys = ["id", "path", "subject", "outcome", "reason", "nextStep", "unaffected"];
    private static readonly string[] TestKeys = ["component", "id", "run", "file", "outcome", "base", "red", "green", "reason", "message"];
    private static readonly string[] HunkKeys = ["component", "file", "lines", "held", "by", "reason"];
    private static readonly string[] WeakenedKeys = ["component", "test", "file", "line", "weakness", "what", "diff"];
    private static readonly string[] PhaseKeys = ["component", "name", "command", "duration", "exit", "cached"];

    private readonly ProofFields fields = new(json);
    private Proof proof = new("", "", "", false, ProofOutcome.Inconclusive, "", null, [], [], null, [], []);

    public Proof Proof() => proof;

    public void Read() => fields.Each("the proof", Keys, key => proof = key switch
    {
        "repository" => proof with { Repository = fields.Text() },
        "base" => proof with { Base = fields.Words() },
        "head" => proof with { Head = fields.Words() },
        "dirty" => proof with { Dirty = fields.Bool() },
        "outcome" => proof with { Outcome = fields.Member<ProofOutcome>() },
        "reason" => proof with { Reason = fields.Words() },
        "nextStep" => proof with { NextStep = fields.TextOrNull() },
        "components" => proof with { Components = fields.Objects(Component) },
        "tests" => proof with { Tests = fields.Objects(Test) },
        "hunks" => proof with { Hunks = fields.ObjectsOrNull(Hunk) },
        "weakened" => proof with { Weakened = fields.Objects(Weakened) },
        _ => proof with { Phases = fields.Objects(Phase) },
    });

    /// <summary>What it shows of each component.</summary>
    public static IEnumerable<Observation> Observations(Proof proof) =>
        from component in proof.Components
        select new RedGreenProof(component.Id, component.Subject, proof.Base, proof.Head, component.Outcome, component.Reason, component.NextStep,
            [.. proof.Tests.Where(test => test.Component == component.Id)],
            proof.Hunks is { } hunks ? [.. hunks.Where(hunk => hunk.Component == component.Id)] : null,
            [.. proof.Weakened.Where(test => test.Component == component.Id)]);

    private ComponentProof Component()
    {
        var read = new ComponentProof("", "", "", ProofOutcome.Inconclusive, "", null, 0);
        fields.Each("a component", ComponentKeys, key => read = key switch
        {
            "id" => read with { Id = fields.Words() },
            "path" => read with { Path = fields.Text() },
            "subject" => read with { Subject = fields.Words() },
            "outcome" => read with { Outcome = fields.Member<ProofOutcome>() },
            "reason" => read with { Reason = fields.Words() },
            "nextStep" => read with { NextStep = fields.TextOrNull() },
            _ => read with { Unaffected = fields.Count() },
        });
        return read;
    }

    private TestProof Test()
    {
        var read = new TestProof("", "", "", null, TestProofOutcome.Inconclusive, PhaseOutcome.NotRun, PhaseOutcome.NotRun, PhaseOutcome.NotRun, "", null);
        fields.Each("a test", TestKeys, key => read = key switch
        {
            "component" => read with { Component = fields.Words() },
            "id" => read with { Id = fields.Words() },
            "run" => read with { Run = fields.Text() },
            "file" => read with { File = fields.TextOrNull() },
            "outcome" => read with { Outcome = fields.Member<TestProofOutcome>() },
            "base" => read with { Base = fields.Member<PhaseOutcome>() },
            "red" => read with { Red = fields.Member<PhaseOutcome>() },
            "green" => read with { Green = fields.Member<PhaseOutcome>() },
            "reason" => read with { Reason = fields.Text() },
            _ => read with { Message = fields.TextOrNull() },
        });
        return read;
    }

    private HunkProof Hunk()
    {
        var read = new HunkProof("", "", 0, 0, false, null, null);
        fields.Each("a hunk", HunkKeys, key => read = key switch
        {
            "component" => read with { Component = fields.Words() },
            "file" => read with { File = fields.Words() },
            "lines" => HunkLines.Parse(fields.Text()) is var (first, last) ? read with { FirstLine = first, LastLine = last } : throw fields.Wrong("is none of 12, 12-15, before 12"),
            "held" => read with { Held = fields.Bool() },
            "by" => read with { By = fields.TextOrNull() },
            _ => read with { Reason = fields.TextOrNull() },
        });
        return read;
    }

    private WeakenedTest Weakened()
    {
        var read = new WeakenedTest("", "", "", 0, Weakness.Deleted, "", []);
        fields.Each("a weakened test", WeakenedKeys, key => read = key switch
        {
            "component" => read with { Component = fields.Words() },
            "test" => read with { Test = fields.Words() },
            "file" => read with { File = fields.Words() },
            "line" => read with { Line = fields.Count(least: 1) },
            "weakness" => read with { Weakness = fields.Member<Weakness>() },
            "what" => read with { What = fields.Text() },
            _ => read with { Diff = fields.Texts() },
        });
        return read;
    }

    private ProofPhase Phase()
    {
        var read = new ProofPhase("", "", "", TimeSpan.Zero, null, false);
        fields.Each("a phase", PhaseKeys, key => read = key switch
        {
            "component" => read with { Component = fields.Words() },
            "name" => read with { Phase = fields.Words() },
            "command" => read with { Command = fields.Text() },
            "duration" => read with { Duration = fields.Seconds() },
            "exit" => read with { Exit = fields.IntOrNull() },
            _ => read with { Cached = fields.Bool() },
        });
        return read;
    }
}
