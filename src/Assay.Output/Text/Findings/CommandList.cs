using Assay.Core.Judging;
using Assay.Output.Findings;

namespace Assay.Output.Text.Findings;

/// <summary>What nothing has produced yet, each with the one command that does.</summary>
internal static class CommandList
{
    private const int Column = 33;

    public static void Write(Page page, Verdict verdict, ByCommand byCommand)
    {
        if (byCommand.Groups.IsEmpty) return;
        page.Heading("MISSING, BY THE ONE COMMAND THAT GIVES IT");
        var column = Math.Min(Column, byCommand.Groups.Max(group => group.Command.Length) + 4);
        foreach (var group in byCommand.Groups)
        {
            Places.Row(page, $"  {group.Command}", string.Join(", ", group.Criteria), column);
            page.Row("    -> ", $"{string.Join("; ", group.What)}{Where(verdict, group)}{string.Concat(group.Then.Select(then => $"; then {then}"))}", 7);
        }
    }

    private static string Where(Verdict verdict, CommandGroup group) =>
        verdict.Components.Length == 1 ? "" : $" (in {Words.Components(verdict, group.Components)})";
}
