using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Output.Text.Findings;
using Assay.Output.Text.Gates;

namespace Assay.Output.Text;

/// <summary>What a person reads in a terminal: the verdict, what blocks it, and what to do first.</summary>
internal sealed class TextFormat : IVerdictFormat
{
    public string Name => "text";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        var page = new Page(options);
        VerdictLine.Write(page, verdict, options.Elapsed);
        if (!options.Quiet) Body(page, verdict);
        output.Write(page.ToUtf8());
    }

    private static void Body(Page page, Verdict verdict)
    {
        VerdictLine.WriteProfile(page, verdict);
        var fine = FineList.Write(page, verdict);
        GateTable.Write(page, verdict, fine);
        KeyFigures.Write(page, verdict);

        var notShown = NotShownYet.Of(verdict);
        var byCommand = ByCommand.Of(verdict, notShown);
        CommandList.Write(page, verdict, byCommand);
        var items = Items.Of(verdict, notShown, byCommand);
        ItemList.Write(page, verdict, items);
        NotShownList.Write(page, notShown);
        WeakenedList.Write(page, verdict);
        ProblemList.Write(page, verdict, items);
        if (page.Verbose) NotDueList.Write(page, verdict);
        WhatIfList.Write(page, verdict);
        Footer.Write(page, verdict);
    }
}
