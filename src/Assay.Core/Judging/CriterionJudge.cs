using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Judging;

/// <summary>One criterion against one fact, as if it were due.</summary>
internal static class CriterionJudge
{
    public static Finding Judge(Criterion criterion, Component component, Fact? fact, EvidenceBinding evidence)
    {
        if (component.AgreedKind is { } kind && !criterion.Kinds.IsEmpty && !criterion.Kinds.Contains(kind))
            return Finding(criterion, fact, Status.NotApplicable, "none", $"it does not apply to a {Snake.Case(kind)}");
        return fact?.State switch
        {
            null => Finding(criterion, null, Status.Missing, "none", Absent(criterion)),
            FactState.Missing => Finding(criterion, fact, Status.Missing, "none", fact.Reason ?? "no evidence shows it"),
            FactState.Error => Finding(criterion, fact, Status.Error, "unknown", fact.Reason ?? "its evidence cannot be relied on"),
            FactState.Empty when criterion.WhenEmpty == WhenEmpty.NotApplicable =>
                Finding(criterion, fact, Status.NotApplicable, "none", fact.Reason ?? "there is nothing to measure"),
            FactState.Empty => Finding(criterion, fact, Status.Missing, "none", fact.Reason ?? "there is nothing to measure"),
            _ => Measured(criterion, component, fact, evidence),
        };
    }

    private static Finding Measured(Criterion criterion, Component component, Fact fact, EvidenceBinding evidence)
    {
        var value = fact.Value!.Value;
        var actual = fact.Detail is null ? criterion.Requirement.Show(value) : $"{criterion.Requirement.Show(value)} {fact.Detail}";
        if (evidence.Broken(fact, criterion, component) is var (status, reason))
            return Finding(criterion, fact, status, actual, reason) with { Remedy = Again(criterion.Binds.Kind) };
        var holds = criterion.Requirement.Holds(value);
        if (holds && fact.Own is { } own && criterion.Requirement with { Bound = own } is var stricter && !stricter.Holds(value))
            return Finding(criterion, fact, Status.Fail, $"{stricter.Show(value)}{(fact.Detail is null ? "" : $" {fact.Detail}")}", $"{stricter.Show(value)}, and the component's own bound is {stricter}");
        return Finding(criterion, fact, holds ? Status.Pass : Status.Fail, actual,
            fact.Reason ?? (holds ? $"{actual}, as required" : $"{actual}, needs {criterion.Requirement}"));
    }

    private static string Again(BindingKind kind) => kind switch
    {
        BindingKind.Release => "Produce it again with this release: assay check --phase deployment --artifact FILE",
        BindingKind.Age => "Produce it again: assay check --phase deployment",
        _ => "Produce it again from this content: assay check",
    };

    private static string Absent(Criterion criterion) => FactCatalog.Find(criterion.Fact)?.Later is { } later
        ? $"needs {later}, which this version does not have"
        : "no evidence shows it";

    private static Finding Finding(Criterion criterion, Fact? fact, Status status, string actual, string reason) =>
        new(criterion, status, null, actual, reason, fact?.Remedy ?? criterion.Remedy, fact?.Locations ?? [], fact?.Sources ?? []);
}
