using Assay.Evidence.Records;

namespace Assay.Evidence.ThreatModel;

/// <summary>The project's own <c>threat-model.yaml</c>. See reader.md.</summary>
internal sealed class ThreatModelReader : IEvidenceReader
{
    public string Format => "threat-model";

    public bool IsRecord => true;

    // One that forgot its schema is still this reader's: it says what is missing.
    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text
        && ((head.RootKeys.Contains("elements") && head.RootKeys.Contains("threats")) || (head.RootKeys.Contains("schema") && head.Text.Contains("assay/threat-model/", StringComparison.Ordinal)));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        RecordText.Read(content, cancellation, ThreatModelKeys.Schema, (text, mistakes) => new ThreatModelDocument().Read(text, mistakes) is { } model ? [model] : []);
}
