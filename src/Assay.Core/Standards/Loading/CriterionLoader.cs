using System.Collections.Immutable;
using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Quantities;
using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reads one criterion.</summary>
internal static class CriterionLoader
{
    public static Criterion Load(YamlFields fields, UniqueIds ids)
    {
        var id = fields.Identifier("id", Ids.IsSnake, "coverage_lines");
        ids.Add(fields, id);
        return new Criterion(
            id, fields.Text("fact") ?? "", BoundLoader.Load(fields, Fact(fields)), fields.Choice<Phase>("phase") ?? default,
            fields.Choice<Profile>("profile") ?? default, fields.Choice<Mender>("by") ?? default, Binds(fields),
            fields.Choice<WhenEmpty>("when_empty") ?? WhenEmpty.Missing, Kinds(fields), fields.Text("why") ?? "", fields.Text("remedy") ?? "",
            Controls(fields)) { InheritedWithin = InheritedWithin(fields) };
    }

    private static FactDefinition? Fact(YamlFields fields)
    {
        if (fields.Text("fact") is not { } name) return null;
        if (FactCatalog.Find(name) is { } fact) return fact;
        var near = Nearest.Of(name, FactCatalog.All.Select(known => known.Name), 1);
        fields.Reject("fact", $"unknown fact '{Shown.Short(name)}'", near.IsEmpty ? "List the facts: assay explain --list" : $"Did you mean {near[0]}?");
        return null;
    }

    private static Binding Binds(YamlFields fields)
    {
        if (fields["binds"] is not YamlMapping)
        {
            var kind = fields.Choice<BindingKind>("binds") ?? BindingKind.Tree;
            if (kind is BindingKind.Age) fields.Reject("binds", "'binds' needs an age", "Write it like binds: { age: 90 d }");
            return new Binding(kind);
        }
        if (fields.Map("binds", StandardKeys.Age) is not { } map || map.Quantity("age") is not { } age) return Binding.Tree;
        if (age is { Unit: Unit.Days, Value: > 0 and <= 3660 }) return new Binding(BindingKind.Age, TimeSpan.FromDays((double)age.Value));
        map.Reject("age", "'age' must be days, more than 0 and at most 3660", "Write it like binds: { age: 90 d }");
        return Binding.Tree;
    }

    private static TimeSpan? InheritedWithin(YamlFields fields)
    {
        if (fields.Quantity("inherited_within") is not { } time) return null;
        if (time is { Unit: Unit.Days, Value: > 0 and <= 366 }) return TimeSpan.FromDays((double)time.Value);
        fields.Reject("inherited_within", "'inherited_within' must be days, more than 0 and at most 366", "Write it like inherited_within: 30 d");
        return null;
    }

    private static ImmutableArray<ComponentKind> Kinds(YamlFields fields)
    {
        if (fields["kinds"] is YamlSequence { Items.IsEmpty: true })
            fields.Reject("kinds", "'kinds' is empty, so the criterion would apply to nothing", "Leave kinds out to have it apply to all.");
        var kinds = fields.Choices<ComponentKind>("kinds");
        if (kinds.Distinct().Count() < kinds.Length) fields.Reject("kinds", "a kind stands twice");
        return kinds;
    }

    private static ImmutableArray<string> Controls(YamlFields fields)
    {
        foreach (var (text, node) in fields.TextNodes("controls"))
            if (text.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
                fields.Reject(node, $"'{Shown.Short(text)}' is no control", "Write it like pci-dss-4.0.1/6.2.3");
        return fields.Texts("controls");
    }
}
