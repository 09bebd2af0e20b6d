using System.Text;
using Assay.Core.Errors;
using Assay.Core.Yaml;

namespace Assay.Evidence.Requirements;

/// <summary>The project's own <c>requirements.yaml</c>: acceptance criteria and the tests that show them. See reader.md.</summary>
internal sealed class RequirementsReader : IEvidenceReader
{
    // Bytes; the YAML reader caps characters, and a character has at most four.
    private const int LargestFile = 4 * YamlReader.LongestText;

    public string Format => "requirements";

    public bool IsRecord => true;

    // One that forgot its schema is still this reader's: it says what is missing.
    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Text
        && (head.RootKeys.Contains("requirements") || (head.RootKeys.Contains("schema") && head.Text.Contains("assay/requirements/", StringComparison.Ordinal)));

    public ReadOutcome Read(Stream content, CancellationToken cancellation)
    {
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        if (TextOf(content, cancellation) is not { } text)
        {
            return ReadOutcome.Failed(new AssayError(EvidenceErrors.TooDeep, "it is larger than 1 MB"));
        }
        var criteria = new RequirementsDocument(mistakes).Read(text);
        if (mistakes.None)
        {
            return new ReadOutcome([.. criteria], RequirementsDocument.Schema);
        }
        var errors = mistakes.ToImmutable().Select(error => error with { File = null }).ToArray();
        return ReadOutcome.Failed(errors[0]) with { OtherErrors = [.. errors[1..]] };
    }

    private static string? TextOf(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                return null;
            }
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
