using System.Text.Json;
using Assay.Core.Errors;
using Assay.Evidence.Json;

namespace Assay.Evidence.Axe;

/// <summary>Results of axe-core: one page, or a list of pages. See reader.md.</summary>
internal sealed class AxeReader : IEvidenceReader
{
    public string Format => "axe";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json
        && (head.RootKeys.Contains("testEngine")
            || (head.Text.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith('[') && head.Text.Contains("\"testEngine\"", StringComparison.Ordinal) && head.Text.Contains("axe-core", StringComparison.Ordinal)));

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        using var json = new JsonPull(content, cancellation);
        return JsonReading.Whole(json, () =>
        {
            List<AxePage> pages = [];
            switch (json.BeginArrayOrObject())
            {
                case JsonTokenType.StartArray:
                    while (json.NextObject()) pages.Add(AxePage.Read(json));
                    break;
                case JsonTokenType.StartObject:
                    pages.Add(AxePage.Read(json));
                    break;
                default:
                    break;
            }
            return pages.Count == 0
                ? JsonReading.Refused(EvidenceErrors.Empty, "it holds no page")
                : new ReadOutcome([.. pages.Select(page => page.ToObservation())], pages[0].Version, "axe-core");
        });
    }
}
