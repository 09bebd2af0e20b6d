using Assay.Core.Judging;

namespace Assay.Output;

/// <summary>One format that a verdict can be written in.</summary>
public interface IVerdictFormat
{
    /// <summary>The name that <c>--format</c> knows it by.</summary>
    string Name { get; }

    /// <summary>Whether it shows the changed code itself, which then has to be in the verdict.</summary>
    bool ShowsSources => false;

    /// <summary>Writes the verdict as UTF-8; the stream stays open.</summary>
    void Write(Verdict verdict, Stream output, OutputOptions options);
}
