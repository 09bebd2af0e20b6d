using Assay.Evidence.Xml;

namespace Assay.Evidence.JUnit;

/// <summary>JUnit XML in the dialects of pytest, jest-junit, vitest, mocha, node, surefire, gtest and others.</summary>
internal sealed class JUnitReader : IEvidenceReader
{
    public string Format => "junit";

    public bool Claims(ContentHead head) =>
        head is { Shape: ContentShape.Xml, RootElement: "testsuites" or "testsuite", RootNamespace: "" };

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        XmlEvidence.Read(content, cancellation, cursor => new JUnitParse(cursor).Run());
}
