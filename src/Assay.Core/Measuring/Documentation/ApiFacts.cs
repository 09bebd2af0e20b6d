using Assay.Core.Components;
using Assay.Core.Facts;
using Assay.Core.Observations;
using Assay.Core.Quantities;

namespace Assay.Core.Measuring.Documentation;

/// <summary>How many operations of the described interface are described in full. Without a document, or with one without operations, nothing was shown.</summary>
internal static class ApiFacts
{
    private const string Remedy = "Describe the interface in openapi.yaml in the component's folder (or in api/ or docs/): OpenAPI 3.0 or 3.1.";

    public static void Add(MeasureInput input, FactDraft draft)
    {
        if (input.Problems.FirstOrDefault(problem => problem.Error.File is { } file && IsDocument(input, file)) is { } unread)
        {
            draft.Error(FactNames.ApiOperationsDocumented, $"{unread.Error.File} could not be read: {unread.Error.What}", unread.Error.Step);
            return;
        }
        var documents = input.All<ApiDocument>().ToList();
        var operations = input.All<ApiOperation>().ToList();
        if (operations.Count == 0)
        {
            draft.Missing(FactNames.ApiOperationsDocumented, documents.Count == 0 ? "no OpenAPI document" : $"{documents[0].Item.Path} has no operation", Remedy);
            return;
        }
        var open = operations.Where(operation => !operation.Observation.Gaps.IsEmpty).ToList();
        draft.Measured(FactNames.ApiOperationsDocumented, Quantity.Percent(operations.Count - open.Count, operations.Count), documents.Select(document => document.Item.Digest),
            $"of {operations.Count} {(operations.Count == 1 ? "operation" : "operations")}",
            locations: open.Select(operation => new Location(operation.Item.Path, operation.Observation.Line, Note: $"{Name(operation.Observation)}: {string.Join("; ", operation.Observation.Gaps.Take(5))}")));
    }

    private static string Name(ApiOperation operation) => $"{operation.Method} {operation.Path}{(operation.Id is null ? "" : $" ({operation.Id})")}";

    private static bool IsDocument(MeasureInput input, string file) =>
        input.Component.Contains(file) && RecordPlaces.Named.IsMatch(MarkdownFiles.Local(input, file))
        && file[(file.LastIndexOf('/') + 1)..].StartsWith("openapi.", StringComparison.Ordinal);
}
