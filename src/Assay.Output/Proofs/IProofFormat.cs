using Assay.Core.Proofs;

namespace Assay.Output.Proofs;

/// <summary>One format that a proof can be written in.</summary>
public interface IProofFormat
{
    /// <summary>The name that <c>--format</c> knows it by.</summary>
    string Name { get; }

    /// <summary>Whether it shows the changed code itself, which then has to be handed over.</summary>
    bool ShowsSources => false;

    /// <summary>Writes the proof as UTF-8; the stream stays open.</summary>
    /// <param name="sources">The change; needed only where <see cref="ShowsSources"/>.</param>
    void Write(Proof proof, Stream output, OutputOptions options, ProofSources? sources = null);
}

/// <summary>One format that a history can be written in.</summary>
public interface IHistoryFormat
{
    /// <summary>The name that <c>--format</c> knows it by.</summary>
    string Name { get; }

    /// <summary>Writes the history as UTF-8; the stream stays open.</summary>
    void Write(History history, Stream output, OutputOptions options);
}
