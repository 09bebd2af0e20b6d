using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>The operations of a document, each with what it lacks.</summary>
internal sealed class OpenApiOperations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly YamlMapping _document;
    private readonly OpenApiReferences _references;
    private readonly OpenApiExamples _examples;

    internal OpenApiOperations(YamlMapping document)
    {
        _document = document;
        _references = new OpenApiReferences(document);
        _examples = new OpenApiExamples(_references);
    }

    internal IEnumerable<ApiOperation> Read()
    {
        if (_document.Get("paths") is not YamlMapping paths) yield break;
        foreach (var path in paths.Entries.Where(path => path.Key.Text.StartsWith('/')))
        {
            var (item, reason) = _references.ResolveWithSiblings(path.Value);
            if (item is null || reason is not null) yield return new ApiOperation("ANY", path.Key.Text, null, [reason ?? "the path holds no operation"], path.Key.Line);
            if (item is null) continue;
            foreach (var entry in item.Entries.Where(entry => Methods.Contains(entry.Key.Text.ToLowerInvariant())))
            {
                if (!Methods.Contains(entry.Key.Text))
                {
                    yield return new ApiOperation(entry.Key.Text.ToUpperInvariant(), path.Key.Text, null, [$"'{entry.Key.Text}' is no method: methods are written in small letters"], entry.Key.Line);
                    continue;
                }
                var operation = entry.Value as YamlMapping;
                var id = operation?.Text("operationId");
                yield return new ApiOperation(entry.Key.Text.ToUpperInvariant(), path.Key.Text, string.IsNullOrEmpty(id) ? null : id,
                    operation is null ? ["nothing is said of it"] : [.. Gaps(operation, item).Distinct()], entry.Key.Line);
            }
        }
    }

    private IEnumerable<string> Gaps(YamlMapping operation, YamlMapping item)
    {
        string summary = operation.Text("summary"), description = operation.Text("description");
        if (!OpenApiWords.Says(summary, 1)) yield return "no summary";
        if (!OpenApiWords.Says(description, 3)) yield return description.Length == 0 ? "no description" : "its description says nothing";
        else if (OpenApiWords.Same(summary, description)) yield return "its description repeats the summary";
        foreach (var gap in Parameters(operation, item).Concat(Body(operation)).Concat(Responses(operation))) yield return gap;
    }

    private IEnumerable<string> Parameters(YamlMapping operation, YamlMapping item)
    {
        var own = Resolved(operation.Get("parameters")).ToList();
        var names = own.Select(Key).ToHashSet();
        foreach (var (parameter, reason) in own.Concat(Resolved(item.Get("parameters")).Where(shared => !names.Contains(Key(shared)))))
        {
            if (parameter is null)
            {
                yield return $"a parameter: {reason ?? "nothing is said of it"}";
                continue;
            }
            var name = parameter.Text("name");
            if (!OpenApiWords.Says(parameter.Text("description"), 1)) yield return $"parameter '{name}' has no description";
            var shown = parameter.Get("content") is YamlMapping content ? content.Entries.Any(media => media.Value is YamlMapping type && _examples.IsShown(type)) : _examples.IsShown(parameter);
            if (!shown) yield return $"parameter '{name}' has no example";
        }

        static (string, string) Key((YamlMapping? Node, string? Reason) parameter) => (parameter.Node?.Text("in") ?? "", parameter.Node?.Text("name") ?? "");
    }

    private IEnumerable<(YamlMapping? Node, string? Reason)> Resolved(YamlNode? list) => list is YamlSequence parameters ? parameters.Items.Select(_references.Resolve) : [];

    private IEnumerable<string> Body(YamlMapping operation)
    {
        if (operation.Get("requestBody") is not { } written) yield break;
        var (body, reason) = _references.Resolve(written);
        if (body?.Get("content") is not YamlMapping { Entries.IsEmpty: false } content)
        {
            yield return $"request body: {reason ?? "no content"}";
            yield break;
        }
        foreach (var media in NotShown(content)) yield return $"no example of the request as {media}";
    }

    private IEnumerable<string> Responses(YamlMapping operation)
    {
        var responses = operation.Get("responses") is YamlMapping written
            ? written.Entries.Where(entry => !entry.Key.Text.StartsWith("x-", StringComparison.Ordinal)).Select(entry => (Status: entry.Key.Text, Answer: _references.Resolve(entry.Value))).ToList() : [];
        foreach (var (status, (answer, reason)) in responses)
        {
            if (answer is null) yield return $"response {status}: {reason ?? "nothing is said of it"}";
            else if (!OpenApiWords.Says(answer.Text("description"), 1)) yield return $"response {status} has no description";
            if (answer?.Get("content") is YamlMapping content && IsSuccess(status))
                foreach (var media in NotShown(content)) yield return $"no example of response {status} as {media}";
        }
        if (!responses.Exists(response => IsSuccess(response.Status) || response.Status[0] is '1' or '3' || response.Status == "default")) yield return "no response for success";
        if (!responses.Exists(response => (response.Status[0] is '4' or '5' || response.Status == "default") && response.Answer.Node is not null)) yield return "no error response";

        static bool IsSuccess(string status) => status.StartsWith('2');
    }

    private IEnumerable<string> NotShown(YamlMapping content) =>
        content.Entries.Where(media => !OpenApiExamples.IsBinary(media.Key.Text) && (media.Value is not YamlMapping type || !_examples.IsShown(type)))
            .Select(media => media.Key.Text.Length > 60 ? media.Key.Text[..60] : media.Key.Text);
}
