using Assay.Evidence.Records;

namespace Assay.Evidence.Slo;

/// <summary>A component's own <c>slo.yaml</c>: what it promises under which load. See reader.md.</summary>
internal sealed class SloReader : IEvidenceReader
{
    public string Format => "slo";

    public bool IsRecord => true;

    // One that forgot its schema is still this reader's: it says what is missing.
    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text
        && ((head.RootKeys.Contains("schema") && head.Text.Contains("assay/slo/", StringComparison.Ordinal))
            || (head.RootKeys.Contains("latency") && head.RootKeys.Contains("error_rate") && head.RootKeys.Contains("load")));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        YamlRecord.Read(content, SloDocument.Schema, (text, mistakes) => new SloDocument(mistakes).Read(text) is { } levels ? [levels] : [], cancellation);
}
