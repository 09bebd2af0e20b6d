using Assay.Core.Errors;
using Assay.Evidence.Xml;

namespace Assay.Evidence.Lcov;

/// <summary>LCOV tracefiles, as geninfo, coverage.py, c8, istanbul and llvm-cov write them.</summary>
internal sealed class LcovReader : IEvidenceReader
{
    public string Format => "lcov";

    public bool Claims(ContentHead head)
    {
        if (head.Shape != ContentShape.Text) return false;
        foreach (var line in head.Text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var record = line.Trim();
            if (record.IsEmpty || record[0] == '#') continue;
            return record.StartsWith("TN:") || record.StartsWith("SF:");
        }
        return false;
    }

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        var lines = new ByteLines(content, cancellation);
        try
        {
            return new LcovParse(lines).Run();
        }
        catch (ContentMistake mistake)
        {
            return ReadOutcome.Failed(mistake.Error with { Line = lines.Number });
        }
    }

    internal static ContentMistake Mistake(string what) => new(new(EvidenceErrors.Unreadable, what));
}
