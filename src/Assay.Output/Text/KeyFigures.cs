using System.Globalization;
using Assay.Core.Facts;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>What the verdict rests on, in figures: covered and taken shares, a row for each component. A figure that cannot be relied on is in brackets.</summary>
internal static class KeyFigures
{
    private static readonly (string Fact, string Heading)[] Figures =
    [
        (FactNames.TestsRun, "tests"),
        (FactNames.CoverageChangedLines, "changed lines"),
        (FactNames.CoverageLines, "lines"),
        (FactNames.CoverageBranches, "branches"),
    ];

    public static void Write(Page page, Verdict verdict)
    {
        var facts = verdict.Facts.Where(fact => fact.Value is not null).ToLookup(fact => fact.Name);
        var figures = Figures.Where(figure => facts[figure.Fact].Any()).ToList();
        var doubted = verdict.Gates.SelectMany(gate => gate.Findings.Where(finding => finding.Status is Status.Stale or Status.Error || finding.WouldBe is Status.Stale or Status.Error)
            .Select(finding => (gate.Component, finding.Criterion.Fact))).ToHashSet();

        var rows = verdict.Components.Select(component => (string[])
            [component.Id, Held(verdict, component.Id), .. figures.Select(figure => Shown(facts[figure.Fact].FirstOrDefault(fact => fact.Component == component.Id), doubted))]).ToList();
        if (figures.Count == 0) return;
        rows.Insert(0, ["", "criteria held", .. figures.Select(figure => figure.Heading)]);
        var first = verdict.Components.Length > 1 ? 0 : 1;
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        page.Blank();
        foreach (var row in rows)
            page.Row("  ", string.Join("   ", row.Select((cell, column) => cell.PadRight(widths[column])).Skip(first)), 2);
    }

    private static string Held(Verdict verdict, string component) =>
        verdict.Gates.Where(gate => gate.Component == component).Sum(gate => gate.Findings.Count(finding => finding.Status == Status.Pass)).ToString(CultureInfo.InvariantCulture);

    /// <summary><c>93.5 % of 340</c>: the heading says of what.</summary>
    private static string Shown(Fact? fact, HashSet<(string, string)> doubted) =>
        fact is null ? "-" : fact.State == FactState.Measured && !doubted.Contains((fact.Component, fact.Name)) ? Figure(fact) : $"({Figure(fact)})";

    private static string Figure(Fact fact) => fact.Value is not { } value ? "-"
        : fact.Detail?.Split(' ') is ["of", var whole, ..] ? $"{value} of {whole}" : value.ToString();
}
