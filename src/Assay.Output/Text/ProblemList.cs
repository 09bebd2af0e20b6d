using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Output.Findings;

namespace Assay.Output.Text;

/// <summary>Evidence that could not be had or read, with its code, where no finding above has said so.</summary>
internal static class ProblemList
{
    public static void Write(Page page, Verdict verdict, ImmutableArray<Item> items)
    {
        var said = items.SelectMany(item => item.Locations.Select(location => location.Note).Append(item.First.Reason)).ToHashSet();
        var rest = verdict.Problems.Where(problem => !said.Contains(problem.Error.What)).ToList();
        if (rest.Count == 0) return;
        page.Heading("PROBLEMS");
        foreach (var problem in rest)
        {
            var component = problem.Component is { } id && verdict.Components.Length > 1 ? $"{id}: " : "";
            page.Row($"  {problem.Error.Kind.Code}", $"{component}{Places.Note(page, problem.Error.What)}", 11);
            if (problem.Error.Where is { } where) page.Row("    ", where, 4);
            page.Row("    -> ", problem.Error.Step, 7);
        }
    }
}
