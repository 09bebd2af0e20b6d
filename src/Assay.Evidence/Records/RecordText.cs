using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.Records;

/// <summary>Reads a record that people write, whole, and gives every mistake in it with its place.</summary>
internal static class RecordText
{
    // Bytes; the YAML reader caps characters, and a character has at most four.
    private const int LargestFile = 4 * YamlReader.LongestText;

    /// <summary>What the record shows; its mistakes where it has any.</summary>
    /// <param name="version">The schema that it is written in.</param>
    /// <param name="read">Reads the text and adds what is wrong.</param>
    internal static ReadOutcome Read(Stream content, CancellationToken cancellation, string? version, Func<string, YamlMistakes, IEnumerable<Observation>> read)
    {
        if (Text(content, cancellation) is not { } text)
        {
            return ReadOutcome.Failed(new AssayError(EvidenceErrors.TooDeep, "it is larger than 1 MB"));
        }
        var mistakes = new YamlMistakes("", EvidenceErrors.Unreadable);
        ImmutableArray<Observation> observations = [.. read(text, mistakes)];
        if (mistakes.None)
        {
            return new ReadOutcome(observations, version);
        }
        var errors = mistakes.ToImmutable().Select(error => error with { File = null }).ToArray();
        return ReadOutcome.Failed(errors[0]) with { OtherErrors = [.. errors[1..]] };
    }

    private static string? Text(Stream content, CancellationToken cancellation)
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
