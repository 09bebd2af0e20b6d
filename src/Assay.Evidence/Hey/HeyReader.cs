using Assay.Core.Errors;
using Assay.Evidence.Lcov;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Hey;

/// <summary>The CSV of <c>hey -o csv</c>: one line for each request that was answered. See reader.md.</summary>
internal sealed class HeyReader : IEvidenceReader
{
    internal const string Header = "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset";

    public string Format => "hey";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text && head.Text.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith(Header, StringComparison.Ordinal);

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        var lines = new ByteLines(content, cancellation);
        try
        {
            return new ReadOutcome([new HeyParse(lines).Run()], Producer: "hey");
        }
        catch (ContentMistake mistake)
        {
            return ReadOutcome.Failed(mistake.Error with { Line = lines.Number });
        }
    }

    internal static ContentMistake Mistake(string what) => new(new(EvidenceErrors.Unreadable, what));
}
