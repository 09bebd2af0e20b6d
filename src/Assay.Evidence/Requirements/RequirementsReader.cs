using Assay.Evidence.Records;

namespace Assay.Evidence.Requirements;

/// <summary>The project's own <c>requirements.yaml</c>: acceptance criteria and the tests that show them. See reader.md.</summary>
internal sealed class RequirementsReader : IEvidenceReader
{
    public string Format => "requirements";

    public bool IsRecord => true;

    // One that forgot its schema is still this reader's: it says what is missing.
    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text
        && (head.RootKeys.Contains("requirements") || (head.RootKeys.Contains("schema") && head.Text.Contains("assay/requirements/", StringComparison.Ordinal)));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) =>
        RecordText.Read(content, cancellation, RequirementsDocument.Schema, (text, mistakes) => new RequirementsDocument(mistakes).Read(text));
}
