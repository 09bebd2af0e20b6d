using Assay.Output.Findings;

namespace Assay.Output.Text.Findings;

/// <summary>Criteria that nothing in this version can show.</summary>
internal static class NotShownList
{
    public static void Write(Page page, NotShownYet notShown)
    {
        if (notShown.All.IsEmpty) return;
        page.Heading("NOT SHOWN YET BY ANY EVIDENCE");
        page.Row("  ", $"{Words.Count(notShown.All.Length, "criterion blocks", "criteria block")} because this version of Assay cannot measure what {(notShown.All.Length == 1 ? "it asks" : "they ask")}.", 2);
        var column = Math.Max(notShown.All.Max(one => one.Gate.Length), 20) + 4;
        foreach (var gate in notShown.All.GroupBy(one => one.Gate))
            page.Row($"  {gate.Key}", string.Join(", ", gate.Select(one => one.Finding.Criterion.Id)), column);
    }
}
