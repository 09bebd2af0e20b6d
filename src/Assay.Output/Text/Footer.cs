using Assay.Core.Evidence;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>What the verdict rests on: what was assumed, and the evidence by how far it is bound.</summary>
internal static class Footer
{
    private const int Column = 10;

    public static void Write(Page page, Verdict verdict)
    {
        page.Blank();
        if (verdict.Components.Count(component => !component.Judged) is > 0 and var untouched) page.Row("", Words.Count(untouched, "component not touched", "components not touched"));
        foreach (var note in verdict.Notes) page.Row("note", note, Column);
        page.Row("evidence", Evidence(verdict), Column);
        if (page.Verbose)
        {
            foreach (var item in verdict.Evidence) page.Row("", $"{item.Path} ({item.Format}, {Binding(verdict, item)})", Column);
            page.Row("run", $"{verdict.Run}, assay {verdict.ToolVersion}", Column);
        }
    }

    private static string Evidence(Verdict verdict)
    {
        if (verdict.Evidence.IsEmpty) return "none";
        var kinds = verdict.Evidence.GroupBy(item => Binding(verdict, item)).OrderBy(kind => Array.IndexOf(Bindings, kind.Key))
            .Select(kind => (Name: kind.Key, Count: kind.Count())).ToList();
        if (kinds is [var only]) return $"{Words.Count(only.Count, "file", "files")} {only.Name}";
        return $"{Words.Count(verdict.Evidence.Length, "file", "files")}: {string.Join(", ", kinds.Select(kind => $"{kind.Count} {kind.Name}"))}";
    }

    private static readonly string[] Bindings = ["of this content", "reused (same inputs)", "asserted", "of other content"];

    internal static string Binding(Verdict verdict, EvidenceItem item)
    {
        if (item.Subject is null) return "asserted";
        if (!verdict.Components.Any(component => component.Id == item.Component && component.BoundTo(item.Step) == item.Subject)) return "of other content";
        return item.Trust == Trust.Collected ? "of this content" : "reused (same inputs)";
    }
}
