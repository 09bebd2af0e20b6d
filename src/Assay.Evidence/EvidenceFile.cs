using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Evidence.Recognition;

namespace Assay.Evidence;

/// <summary>Reads a file of evidence of whatever format: recognised by content, read and hashed in one pass.</summary>
public static class EvidenceFile
{
    /// <summary>
    /// Reads the file. Whether it may be read at all (links, tracked files, size) is for the caller to decide before.
    /// </summary>
    /// <returns>What it holds; a mistake in the content, or a file that is not there, is an <see cref="EvidenceContent.Error"/>.</returns>
    public static EvidenceContent Read(string path, CancellationToken cancellation)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var content = Read(file, EvidenceReaders.All, cancellation);
            return content.Error is { } error ? content with { Error = error with { File = path }, OtherErrors = [.. content.OtherErrors.Select(other => other with { File = path })] } : content;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(null, "", new(EvidenceErrors.NotFound, "There is no such file.", path));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Failed(null, "", new(EvidenceErrors.Unreadable, $"The file could not be read from disk: {refused.Message}", path,
                NextStep: "Check that it is a file and that you may read it."));
        }
    }

    internal static EvidenceContent Read(Stream file, ImmutableArray<IEvidenceReader> readers, CancellationToken cancellation)
    {
        using var hashed = new HashedContent(file, cancellation);
        var head = ContentHead.Of(hashed.Head);
        var claims = readers.Where(reader => reader.Claims(head)).ToArray();
        if (head.Shape == ContentShape.Empty || claims.Length != 1)
            return Failed(null, hashed.Digest(), NotRead(head, claims));

        var outcome = claims[0].Read(hashed, cancellation);
        var digest = hashed.Digest();
        return outcome.Error is { } error
            ? Failed(claims[0].Format, digest, error) with { OtherErrors = outcome.OtherErrors }
            : new(claims[0].Format, outcome.Version, outcome.Producer, digest, outcome.Observations, null);
    }

    private static AssayError NotRead(ContentHead head, IEvidenceReader[] claims) => (head.Shape, claims) switch
    {
        (ContentShape.Empty, _) => new(EvidenceErrors.Empty, "The file has no content."),
        (_, { Length: > 1 }) => new(EvidenceErrors.Ambiguous, $"Both {string.Join(" and ", claims.Select(reader => reader.Format))} claim it."),
        (ContentShape.Binary, _) => new(EvidenceErrors.Unrecognised, "It holds binary data."),
        (ContentShape.Xml, _) when head.RootElement is null && head.Text.Contains("<!DOCTYPE", StringComparison.Ordinal) =>
            new(EvidenceErrors.ForbiddenContent, "Its document type definition has content of its own."),
        (ContentShape.Xml, _) when head.RootElement is null => new(EvidenceErrors.Unrecognised, "It begins like XML and has no root element in its first 64 KB."),
        (ContentShape.Xml, _) => new(EvidenceErrors.Unrecognised, $"It is XML with the root element <{head.RootElement}>, and no reader knows that."),
        (ContentShape.Json, _) => new(EvidenceErrors.Unrecognised, "It looks like JSON, and no reader knows its top-level keys."),
        _ => new(EvidenceErrors.Unrecognised, "It is text that no reader knows."),
    };

    private static EvidenceContent Failed(string? format, string digest, AssayError error) => new(format, null, null, digest, [], error);
}
