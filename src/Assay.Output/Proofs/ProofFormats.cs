using System.Collections.Immutable;

namespace Assay.Output.Proofs;

/// <summary>The formats that a proof can be written in.</summary>
public static class ProofFormats
{
    /// <summary>All of them, the default first.</summary>
    public static ImmutableArray<IProofFormat> All { get; } = [new ProofText(), new ProofJson(), new ProofHtml()];

    /// <summary>Those of a history, the default first.</summary>
    public static ImmutableArray<IHistoryFormat> Histories { get; } = [new HistoryText(), new HistoryJson()];

    /// <summary>The format with this name; null where there is none.</summary>
    public static IProofFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>The format of a history with this name; null where there is none.</summary>
    public static IHistoryFormat? FindHistory(string name) => Histories.FirstOrDefault(format => format.Name == name);
}
