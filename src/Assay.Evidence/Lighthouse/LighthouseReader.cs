using Assay.Evidence.Json;

namespace Assay.Evidence.Lighthouse;

/// <summary>Lighthouse's JSON report of one page: how fast it came, and what its accessibility audits found. See reader.md.</summary>
internal sealed class LighthouseReader : IEvidenceReader
{
    public string Format => "lighthouse";

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json && head.RootKeys.Contains("lighthouseVersion");

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, json => new LighthouseReport(json).Read());
}
