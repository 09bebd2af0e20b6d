using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reads a bound: exactly one of <c>at_least, at_most, below, is</c>, in the unit of what it bounds.</summary>
internal static class BoundLoader
{
    private static readonly (string Key, Comparison Comparison)[] Comparisons =
        [.. Enum.GetValues<Comparison>().Select(comparison => (Snake.Case(comparison), comparison))];

    public static Requirement Load(YamlFields fields, FactDefinition? fact) => Load(fields, fact?.Unit, fact?.Name);

    public static Requirement Load(YamlFields fields, Unit? unit, string? of)
    {
        var given = Comparisons.Where(comparison => fields.Has(comparison.Key)).ToList();
        if (given.Count == 0) fields.Reject("", "no bound", "Add one of at_least, at_most, below, is.");
        foreach (var (key, _) in given.Skip(1)) fields.Reject(key, $"a second bound; {given[0].Key} stands there too", "Keep one of them.");
        if (given.Count == 0 || fields.Quantity(given[0].Key) is not { } bound) return default;
        if (unit is not null && Misfit(given[0].Comparison, bound, unit.Value) is { } misfit)
            fields.Reject(given[0].Key, $"{bound} does not fit {of}: {misfit}");
        return new Requirement(given[0].Comparison, bound);
    }

    /// <summary>Why a bound says nothing about a value of this unit; null where it does.</summary>
    public static string? Misfit(Comparison comparison, Quantity bound, Unit unit) =>
        bound.Unit != unit ? $"it is measured in {Units.Word(unit)}"
        : unit is Unit.Boolean && comparison is not Comparison.Is ? "yes and no are bounded with is"
        : bound.Value < 0 ? "it is never negative"
        : bound.Value == 0 && comparison is Comparison.AtLeast && unit is not Unit.Boolean ? "every value keeps it"
        : bound.Value == 0 && comparison is Comparison.Below ? "no value keeps it"
        : null;
}
