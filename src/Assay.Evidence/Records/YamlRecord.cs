using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.Records;

/// <summary>Reads a record that people write in YAML: all mistakes at once, at most 1 MB.</summary>
internal static class YamlRecord
{
    // Bytes; the YAML reader caps characters, and a character has at most four.
    private const int LargestFile = 4 * YamlReader.LongestText;

    internal static ReadOutcome Read(Stream content, string schema, Func<string, YamlMistakes, IEnumerable<Observation>> read, CancellationToken cancellation)
    {
        if (TextOf(content, cancellation) is not { } text)
        {
            return ReadOutcome.Failed(new AssayError(EvidenceErrors.TooDeep, "it is larger than 1 MB"));
        }
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        var observations = read(text, mistakes).ToArray();
        if (mistakes.None)
        {
            return new ReadOutcome([.. observations], schema);
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
