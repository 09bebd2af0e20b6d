using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>What another standard would change, component by component.</summary>
internal static class WhatIfList
{
    private const int Few = 10;

    public static void Write(Page page, Verdict verdict)
    {
        if (verdict.WhatIf is not { } whatIf) return;
        page.Heading($"WHAT IF  {whatIf.Standard.Name} {whatIf.Standard.Version} stood here: {Snake.Case(whatIf.Outcome)}, profile {Snake.Case(whatIf.Profile)} ({whatIf.ProfileReason}); "
            + "this verdict does not depend on it");
        foreach (var misfit in whatIf.Misfits) page.Row("  misfit", misfit, 10);
        if (whatIf is { Blocks.IsEmpty: true, BlocksNoMore.IsEmpty: true, Bounds.IsEmpty: true }) page.Row("  ", "it asks the same of all that is judged here", 2);
        var several = verdict.Components.Count(component => component.Judged) > 1;
        foreach (var component in verdict.Components.Select(component => component.Id))
        {
            if (several && Concerns(whatIf, component)) page.Row("  ", component, 2);
            List(page, "would block", whatIf.Blocks.Where(one => one.Component == component), one => (one.Criterion, Then(one)));
            List(page, "would block no more", whatIf.BlocksNoMore.Where(one => one.Component == component), one => (one.Criterion, $"{Words.Of(one.Is!.Value)} now, {(one.WouldBe is { } then ? $"would be {Words.Of(then)}" : "would not be asked")}"));
            List(page, "would ask something else", whatIf.Bounds.Where(one => one.Component == component), one => (one.Criterion, $"now {one.Is ?? "not asked"}; then {one.WouldBe ?? "not asked"}"));
        }
    }

    private static bool Concerns(WhatIf whatIf, string component) =>
        whatIf.Blocks.Concat(whatIf.BlocksNoMore).Any(one => one.Component == component) || whatIf.Bounds.Any(one => one.Component == component);

    private static string Then(WhatIfCriterion one) => $"{(one.WouldBe == Status.Fail ? "would fail" : $"would be {Words.Of(one.WouldBe!.Value)}")}: {one.Reason}";

    private static void List<T>(Page page, string heading, IEnumerable<T> all, Func<T, (string Id, string Text)> say)
    {
        ImmutableArray<(string Id, string Text)> rows = [.. all.Select(say)];
        if (rows.IsEmpty) return;
        page.Row("  ", $"{Words.Count(rows.Length, "criterion", "criteria")} {heading}", 2);
        var shown = page.Verbose ? rows : [.. rows.Take(Few)];
        var column = Places.Column(shown.Select(row => row.Id), 4, 24);
        foreach (var (id, text) in shown) page.Row($"    {id}", Places.Note(page, text), column);
        if (shown.Length < rows.Length) page.Row("    ", $"… and {rows.Length - shown.Length} more (--verbose)", 4);
    }
}
