using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;

namespace Assay.Output.Text.Findings;

/// <summary>What to do, numbered: first what the author can mend, then what waits for others.</summary>
internal static class ItemList
{
    public static void Write(Page page, Verdict verdict, ImmutableArray<Item> items)
    {
        var digits = items.Length < 10 ? 1 : 2;
        var column = digits + 1 + Math.Clamp(items.Select(item => item.Criteria[0].Length).DefaultIfEmpty(0).Max(), 20, 30) + 3;
        for (var i = 0; i < items.Length; i++)
        {
            if (i == 0 && items[i].Author) page.Heading("FIX NOW");
            else if (!items[i].Author && (i == 0 || items[i - 1].Author)) page.Heading("WAITS FOR SOMEONE ELSE");
            Write(page, verdict, items[i], $"{i + 1}".PadLeft(digits), column);
        }
    }

    private static void Write(Page page, Verdict verdict, Item item, string number, int column)
    {
        var finding = item.First;
        page.Row($"{number} {item.Criteria[0]}", Summary(page, verdict, item), column, finding.Status == Status.Fail ? Tint.None : Tint.Bad);
        if (More(finding) is { Length: > 0 } more) page.Row("    ", Places.Note(page, more), 4);
        if (item.Criteria.Length > 1) page.Row("    ", $"same cause: {string.Join(", ", item.Criteria.Skip(1))}", 6);
        Locations(page, verdict, item, column);
        page.Row("    -> ", item.Author ? item.Remedy : $"{Snake.Case(item.By)}: {item.Remedy}", 7);
    }

    private static string Summary(Page page, Verdict verdict, Item item)
    {
        var finding = item.First;
        var where = verdict.Components.Length > 1 ? (page.Verbose ? string.Join(", ", item.Components) : Words.Components(verdict, item.Components)) : "";
        if (finding.Status == Status.Fail)
            return $"{(where.Length > 0 ? $"{where}: " : "")}{finding.Actual}, needs {finding.Criterion.Requirement}";
        var needs = item.Criteria.Length > 1 ? "" : $"; needs {finding.Criterion.Requirement}";
        return $"{Words.Of(finding.Status)}{(where.Length > 0 ? $" in {where}" : "")}: {WithCode(verdict, Places.Note(page, finding.Reason), finding.Reason)}{needs}";
    }

    /// <summary>What a problem said, with the code to look it up by.</summary>
    private static string WithCode(Verdict verdict, string shown, string said) =>
        verdict.Problems.FirstOrDefault(problem => problem.Error.What == said) is { } problem ? $"{shown} ({problem.Error.Kind.Code})" : shown;

    /// <summary>What the reason says beyond actual and required.</summary>
    private static string More(Finding finding)
    {
        if (finding.Status != Status.Fail) return "";
        var said = $"{finding.Actual}, needs {finding.Criterion.Requirement}";
        return finding.Reason.EndsWith(said, StringComparison.Ordinal) ? finding.Reason[..^said.Length].TrimEnd(' ', ':') : finding.Reason;
    }

    /// <summary>What stands under WEAKENED with its place is not said twice.</summary>
    private static void Locations(Page page, Verdict verdict, Item item, int column)
    {
        var elsewhere = verdict.Weakened.Select(weakening => (weakening.Location?.File, weakening.Location?.Line, (string?)weakening.What)).ToHashSet();
        var here = item.Locations.RemoveAll(location => elsewhere.Contains((location.File, location.Line, location.Note)));
        Places.Write(page, here, column, location => location.Note is { } note ? WithCode(verdict, note, note) : "");
        if (here.Length < item.Locations.Length) page.Row("    ", "each is listed under WEAKENED", 4);
    }
}
