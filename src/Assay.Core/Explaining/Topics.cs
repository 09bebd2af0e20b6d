using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Explaining;

/// <summary>Writes the explanation of each kind of thing.</summary>
internal static class Topics
{
    public static Explanation Of(Gate gate, Standard standard) => new(gate.Id, gate.Title,
    [
        new("Gate", $"One of {standard.Gates.Length} of {standard.Name} {standard.Version}; the worst of its {Counted(gate.Criteria.Length)} decides."),
        new("Why", gate.Why),
        new("Criteria", [.. gate.Criteria.Select(criterion => $"{criterion.Id}: {criterion.Fact} {criterion.Requirement} ({Snake.Case(criterion.Phase)}, {Snake.Case(criterion.Profile)})")]),
    ], [.. gate.Criteria.Select(criterion => criterion.Id)]);

    public static Explanation Of(Criterion criterion, Standard standard)
    {
        var gate = standard.Gates.First(gate => gate.Criteria.Contains(criterion));
        var fact = FactCatalog.Find(criterion.Fact);
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(new Section("Demands", Demands(criterion)));
        sections.Add(new Section("Measured as", Measured(fact)));
        sections.Add(new Section("Why", criterion.Why));
        sections.Add(new Section("To get there", criterion.Remedy));
        if (!criterion.Controls.IsEmpty) sections.Add(new Section("Gives evidence for", criterion.Controls));
        return new Explanation(criterion.Id, $"{criterion.Fact} {criterion.Requirement}", sections.ToImmutable(), [gate.Id, criterion.Fact]);
    }

    public static Explanation Of(FactDefinition fact, Standard standard)
    {
        ImmutableArray<Criterion> users = [.. standard.Criteria.Where(criterion => criterion.Fact == fact.Name)];
        return new Explanation(fact.Name, $"a fact about the {Snake.Case(fact.About)}, in {Quantities.Units.Word(fact.Unit)}",
        [
            new("Measured as", Measured(fact)),
            new("Used by", users.IsEmpty
                ? [$"no criterion of {standard.Name} {standard.Version}"]
                : [.. users.Select(criterion => $"{criterion.Id}: {criterion.Requirement}")]),
        ], [.. users.Select(criterion => criterion.Id)]);
    }

    public static Explanation Of(ErrorKind error) => new(error.Code, error.Title,
    [
        new("Why Assay stops or blocks", error.Explanation),
        new("Next step", error.NextStep),
        new("Class", $"{Snake.Case(error.Class)}: {Actor(error.Class)}"),
    ], []);

    internal static ImmutableArray<string> Demands(Criterion criterion)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{criterion.Fact} {criterion.Requirement}, due at {Snake.Case(criterion.Phase)} from profile {Snake.Case(criterion.Profile)} up; {Snake.Case(criterion.By)} can mend it.");
        lines.Add($"Its evidence must be {Bound(criterion.Binds)}.");
        if (!criterion.Kinds.IsEmpty) lines.Add($"For components of kind {string.Join(", ", criterion.Kinds.Select(Snake.Case))}, where declaration and sources agree.");
        lines.Add(criterion.WhenEmpty is WhenEmpty.NotApplicable
            ? "Where Assay itself sees that there is nothing to measure, it does not apply."
            : "Where there is nothing to measure, it is missing and blocks.");
        if (criterion.InheritedWithin is { } within) lines.Add($"What was there before a change blocks releases at once, and other changes {within.TotalDays:0} days after it became known.");
        return lines.ToImmutable();
    }

    private static ImmutableArray<string> Measured(FactDefinition? fact) => fact switch
    {
        null => ["nothing that this version knows"],
        { Later: { } later } => [fact.Meaning, $"This version does not measure it; it comes with {later}. Until then it is missing."],
        _ => [fact.Meaning, $"From {fact.From}."],
    };

    private static string Bound(Binding binds) => binds.Kind switch
    {
        BindingKind.Tree => "of this content",
        BindingKind.Release => "of this release: made from this content and, with --artifact, by that artifact",
        _ => $"at most {binds.MaxAge!.Value.TotalDays:0} days old",
    };

    private static string Actor(ErrorClass kind) => kind switch
    {
        ErrorClass.Business => "a rule of the domain says no.",
        ErrorClass.Validation => "correct the input.",
        ErrorClass.System => "look at the machine or the tool.",
        _ => "a guard held; look at what tried to pass it.",
    };

    private static string Counted(int criteria) => criteria == 1 ? "one criterion" : $"{criteria} criteria";
}
