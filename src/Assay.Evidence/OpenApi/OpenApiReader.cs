using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>OpenAPI 3.0 and 3.1 (https://spec.openapis.org/oas/v3.1.1.html), YAML or JSON: which operations are described, and what they lack. See reader.md.</summary>
internal sealed class OpenApiReader : IEvidenceReader
{
    private const int LargestFile = 16 * 1024 * 1024;

    public string Format => "openapi";

    public bool IsRecord => true;

    public bool Claims(ContentHead head) =>
        head.Shape is ContentShape.Text or ContentShape.Json
        && (head.RootKeys.Contains("openapi") || (head.RootKeys.Contains("swagger") && head.RootKeys.Contains("info")) || (head.RootKeys.Contains("paths") && head.RootKeys.Contains("info")));

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                return ReadOutcome.Failed(new AssayError(EvidenceErrors.TooDeep, $"it is larger than {LargestFile / 1024 / 1024} MB", NextStep: "Split the interface into several components, each with a document of its own."));
            }
        }
        var text = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var (root, error) = IsJson(text) ? JsonNodes.Read(text) : Yaml(Encoding.UTF8.GetString(text));
        return error is null ? Outcome(root) : ReadOutcome.Failed(error);
    }

    private static ReadOutcome Outcome(YamlNode? root)
    {
        if (root is not YamlMapping document) return Refused(root, "the document holds no keys");
        if (document.Get("swagger") is { } swagger) return Refused(swagger, $"Swagger {Shown(swagger)}; only OpenAPI 3.0 and 3.1 are read", EvidenceErrors.UnsupportedVersion);
        if (document.Get("openapi") is not YamlScalar version) return Refused(document, "the document does not say its version (openapi: 3.1.0)");
        if (!version.Text.StartsWith("3.0.", StringComparison.Ordinal) && !version.Text.StartsWith("3.1.", StringComparison.Ordinal))
            return Refused(version, $"OpenAPI {Shown(version)}; only 3.0 and 3.1 are read", EvidenceErrors.UnsupportedVersion);
        if (document.Get("paths") is { } paths and not YamlMapping && !paths.IsNothing()) return Refused(paths, "'paths' holds no paths");
        var title = document.Get("info") is YamlMapping info && info.Get("title") is YamlScalar named ? named.Text : "";
        return new ReadOutcome([new ApiDocument(title), .. new OpenApiOperations(document).Read()], version.Text);
    }

    private static (YamlNode? Root, AssayError? Error) Yaml(string text)
    {
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        var root = YamlReader.ReadNode(text, mistakes);
        return mistakes.None ? (root, null) : (null, mistakes.ToImmutable()[0] with { File = null });
    }

    private static bool IsJson(ReadOnlySpan<byte> text) => (text.StartsWith("\uFEFF"u8) ? text[3..] : text).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static ReadOutcome Refused(YamlNode? at, string what, ErrorKind? kind = null) =>
        ReadOutcome.Failed(new AssayError(kind ?? EvidenceErrors.Unreadable, what, Line: at?.Line, Column: at?.Column));

    private static string Shown(YamlNode version) => version is YamlScalar { Text: { Length: <= 20 } text } ? text : "of an unknown version";
}
