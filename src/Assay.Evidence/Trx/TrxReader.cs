using Assay.Evidence.Xml;

namespace Assay.Evidence.Trx;

/// <summary>Visual Studio test results, as <c>dotnet test --logger trx</c> and <c>--report-trx</c> write them.</summary>
internal sealed class TrxReader : IEvidenceReader
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public string Format => "trx";

    public bool Claims(ContentHead head) => head is { Shape: ContentShape.Xml, RootElement: "TestRun", RootNamespace: Namespace };

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        XmlEvidence.Read(content, cancellation, cursor => new TrxParse(cursor).Run());
}
