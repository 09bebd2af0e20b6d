using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>Pure judgement: standard and facts in, findings out.</summary>
public static class Judge
{
    /// <summary>All gates for all components.</summary>
    /// <exception cref="AssayException">Nothing in the standard is due.</exception>
    public static ImmutableArray<GateResult> Gates(JudgementInput input)
    {
        var facts = input.Facts.ToDictionary(fact => (fact.Component, fact.Name));
        var evidence = new EvidenceBinding(input);
        foreach (var component in input.Components)
        {
            var others = input.Standard.Gates.SelectMany(gate => Gate(input, gate, component, facts, evidence).Findings);
            if (Checklists.Of(input.Standard, component.Id, others) is { } checklists) facts[(component.Id, checklists.Name)] = checklists;
        }
        ImmutableArray<GateResult> gates =
        [
            .. from component in input.Components
               from gate in input.Standard.Gates
               select Gate(input, gate, component, facts, evidence),
        ];
        if (gates.All(gate => gate.Findings.All(finding => finding.Status == Status.NotDue)))
        {
            throw new AssayException(new AssayError(StandardErrors.NothingDue,
                $"Nothing in {input.Standard.Name} {input.Standard.Version} is due at phase {Snake.Case(input.Phase)} with profile {Snake.Case(input.Profile)}."));
        }
        return gates;
    }

    /// <summary>Passes only where nothing blocks and something was shown; what holds against a baseline alone is no pass.</summary>
    public static Outcome Outcome(ImmutableArray<GateResult> gates)
    {
        var findings = gates.SelectMany(gate => gate.Findings).ToList();
        if (gates.Any(gate => gate.Status.Blocks()) || !findings.Exists(finding => finding.Status == Status.Pass)) return Judging.Outcome.Blocked;
        return findings.Exists(finding => finding.AsIfDue == Status.Owed) ? Judging.Outcome.Adopting : Judging.Outcome.Pass;
    }

    private static GateResult Gate(
        JudgementInput input, Gate gate, Component component, Dictionary<(string, string), Fact> facts, EvidenceBinding evidence)
    {
        ImmutableArray<Finding> findings =
        [
            .. from criterion in gate.Criteria
               let fact = facts.GetValueOrDefault((component.Id, criterion.Fact))
               select Due(input, component, criterion, Inherited.Of(input, component, criterion, fact, CriterionJudge.Judge(criterion, component, fact, evidence))),
        ];
        return new GateResult(gate.Id, component.Id, findings.Select(finding => finding.Status).Worst(), findings);
    }

    private static Finding Due(JudgementInput input, Component component, Criterion criterion, Finding finding)
    {
        if (input.Judged == Changes.Judged.State && FactCatalog.Find(criterion.Fact) is { About: About.Change })
            return finding with { Status = Status.NotDue, Reason = "it is about a change, and what stands was judged" };
        if (criterion.Phase > input.Phase)
            return finding with { Status = Status.NotDue, WouldBe = finding.Status, Reason = $"due at {Snake.Case(criterion.Phase)}" };
        if (criterion.Profile > component.Raise(input.Profile))
            return finding with { Status = Status.NotDue, WouldBe = finding.Status, Reason = $"due from profile {Snake.Case(criterion.Profile)} up" };
        return finding;
    }
}
