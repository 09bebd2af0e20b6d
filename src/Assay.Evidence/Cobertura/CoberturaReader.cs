using Assay.Evidence.Xml;

namespace Assay.Evidence.Cobertura;

/// <summary>Cobertura XML, as coverlet, coverage.py, gcovr, istanbul and Microsoft.CodeCoverage write it.</summary>
internal sealed class CoberturaReader : IEvidenceReader
{
    public string Format => "cobertura";

    /// <summary>Clover and others have the root <c>coverage</c> too, but no <c>line-rate</c>.</summary>
    public bool Claims(ContentHead head) =>
        head is { Shape: ContentShape.Xml, RootElement: "coverage", RootNamespace: "" } && head.RootKeys.Contains("line-rate");

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        XmlEvidence.Read(content, cancellation, cursor => new CoberturaParse(cursor).Run());
}
