using System.Globalization;
using System.Text;

namespace Assay.Core.Adoption;

/// <summary>The plan as a person reads it.</summary>
public static class PlanText
{
    private const int MostFiles = 20;

    /// <summary>Lines end with LF.</summary>
    public static string Of(DebtPlan plan)
    {
        if (plan.Total == 0) return "nothing is owed\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"WHERE TO START  {plan.Total} things are below the bar\n");
        if (plan.Files.Length > 0) text.Append("\nfiles, most edited for what they owe first\n");
        foreach (var file in plan.Files.Take(MostFiles))
        {
            var share = 100.0 * file.Count / plan.Total;
            text.Append(CultureInfo.InvariantCulture, $"  {(file.File.Length == 0 ? "(the whole)" : file.File)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    costs {string.Join(", ", file.Owed.Select(each => $"{each.Count} of {each.Criterion}"))}\n");
            text.Append(CultureInfo.InvariantCulture, $"    buys  {share:0.#} % of the debt{(file.Edits == 0 ? "" : $", where {file.Edits} {(file.Edits == 1 ? "commit" : "commits")} of the last {DebtPlan.Days} days worked")}\n");
        }
        if (plan.Files.Length > MostFiles) text.Append(CultureInfo.InvariantCulture, $"  and {plan.Files.Length - MostFiles} more files\n");
        if (plan.NotShown.Length > 0)
        {
            text.Append("\nnot shown yet; each is one document or one tool\n");
            foreach (var criterion in plan.NotShown) text.Append(CultureInfo.InvariantCulture, $"  {criterion,-28} assay explain {criterion}\n");
        }
        return text.ToString();
    }
}
