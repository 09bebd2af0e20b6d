using Assay.Core.Errors;
using Assay.Evidence.Lcov;
using Assay.Evidence.Xml;

namespace Assay.Evidence.PrometheusText;

/// <summary>Prometheus' text exposition format, one scrape or several after one another. See reader.md.</summary>
internal sealed class PrometheusTextReader : IEvidenceReader
{
    public string Format => "prometheus";

    public bool Claims(ContentHead head)
    {
        if (head.Shape != ContentShape.Text) return false;
        foreach (var line in head.Text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var text = line.Trim();
            if (text.StartsWith("# TYPE ", StringComparison.Ordinal) || text.StartsWith("# HELP ", StringComparison.Ordinal) || text.StartsWith(PrometheusParse.ScrapedAt, StringComparison.Ordinal)) return true;
            if (!text.IsEmpty && text[0] != '#') return false;
        }
        return false;
    }

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        var lines = new ByteLines(content, cancellation);
        try
        {
            return new ReadOutcome([.. new PrometheusParse(lines).Run()]);
        }
        catch (ContentMistake mistake)
        {
            return ReadOutcome.Failed(mistake.Error with { Line = lines.Number });
        }
    }

    internal static ContentMistake Mistake(string what) => new(new(EvidenceErrors.Unreadable, what));
}
