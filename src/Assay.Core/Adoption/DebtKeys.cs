using Assay.Core.Facts;
using Assay.Core.Sources;

namespace Assay.Core.Adoption;

/// <summary>Names what counts against a fact by what it is.</summary>
internal static class DebtKeys
{
    /// <summary>The thing as it was when the debt was agreed; null for what was not there, or not like this.</summary>
    public static DebtKey? Agreed(string criterion, Fact fact, Location item, Lineage lineage)
    {
        if (Source(item) is not { } line)
            return lineage.Origin(item.File) is { } was ? Key(criterion, fact, item, was, "", "") : null;
        if (lineage.Origin(item.File, line) is not { } origin) return null;
        var last = item.EndLine is { } end && end > line ? lineage.Origin(item.File, end) : origin;
        if (last?.File != origin.File || lineage.Agreed.Of(origin.File) is not { } then || lineage.Judged.Of(item.File) is not { } now) return null;
        return then.TextOf(origin.Line, last.Value.Line) == now.TextOf(line, item.EndLine ?? line)
            ? Key(criterion, fact, item, origin.File, then.SymbolOf(origin.Line), then.ContentOf(origin.Line, last.Value.Line))
            : null;
    }

    /// <summary>The thing as it is in the tree that is judged.</summary>
    public static DebtKey Judged(string criterion, Fact fact, Location item, Lineage lineage) =>
        Source(item) is { } line && lineage.Judged.Of(item.File) is { } now
            ? Key(criterion, fact, item, item.File, now.SymbolOf(line), now.ContentOf(line, item.EndLine ?? line))
            : Key(criterion, fact, item, item.File, "", "");

    /// <summary>In documents, manifests and lock files lines come and go, and what is wrong says enough; what coverage is measured of is source, whatever its language.</summary>
    private static int? Source(Location item) => Languages.OfPath(item.File) is null && item.Note is not ("line" or "branch" or "handler") ? null : item.Line;

    private static DebtKey Key(string criterion, Fact fact, Location item, string file, string symbol, string content) =>
        new(fact.Component, criterion, file, symbol, What(fact.Name, item.Note ?? ""), content);

    /// <summary>Messages quote names and figures that change; the rule, the package with its advisory and the id of a criterion stay.</summary>
    private static string What(string fact, string note) => fact switch
    {
        FactNames.BuildWarnings or FactNames.TypesFindings or FactNames.LintFindings or FactNames.AnalysisHigh or FactNames.PublicApiGaps or FactNames.AcceptanceValidated => Until(note, ": "),
        FactNames.VulnerabilitiesHigh => note.Split(", ") is [var package, var id, ..] ? $"{package} {id}" : note,
        _ => note,
    };

    private static string Until(string text, string mark) => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
}
