using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Text;

/// <summary>Everything that made the judgement laxer than the named standard, each with its place.</summary>
internal static class WeakenedList
{
    public static void Write(Page page, Verdict verdict)
    {
        if (verdict.Weakened.IsEmpty) return;
        page.Heading($"WEAKENED  {Words.Count(verdict.Weakened.Length, "thing makes", "things make")} this laxer than {verdict.Standard.Name} {verdict.Standard.Version}");
        var rows = verdict.Weakened.Select(weakening => (Place: weakening.Location?.ToString() ?? Snake.Case(weakening.Source), weakening.What)).ToList();
        var column = Places.Column(rows.Select(row => row.Place), 2, 12);
        foreach (var (place, what) in rows) Places.Row(page, $"  {place}", Places.Note(page, what), column);
    }
}
