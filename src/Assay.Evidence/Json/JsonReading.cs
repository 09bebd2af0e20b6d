using Assay.Core.Errors;

namespace Assay.Evidence.Json;

/// <summary>Runs a reader over a JSON document; whatever is wrong with the document comes back as a value.</summary>
internal static class JsonReading
{
    /// <summary>Reads a document that is an object; <paramref name="read"/> starts inside of it.</summary>
    internal static ReadOutcome Read(Stream content, CancellationToken cancellation, Func<JsonPull, ReadOutcome> read)
    {
        using var json = new JsonPull(content, cancellation);
        return Whole(json, () =>
        {
            json.BeginObject();
            return read(json);
        });
    }

    /// <summary>Reads a document that is an array; <paramref name="read"/> starts inside of it.</summary>
    internal static ReadOutcome ReadArray(Stream content, CancellationToken cancellation, Func<JsonPull, ReadOutcome> read)
    {
        using var json = new JsonPull(content, cancellation);
        return Whole(json, () =>
        {
            json.BeginArray();
            return read(json);
        });
    }

    /// <summary>Takes the document to its end; <paramref name="read"/> starts before its first token.</summary>
    internal static ReadOutcome Whole(JsonPull json, Func<ReadOutcome> read)
    {
        try
        {
            var outcome = read();
            json.End();
            return outcome;
        }
        catch (JsonMistake mistake)
        {
            return ReadOutcome.Failed(mistake.Error);
        }
    }

    internal static ReadOutcome Refused(ErrorKind kind, string what, string? nextStep = null) =>
        ReadOutcome.Failed(new AssayError(kind, what, NextStep: nextStep));
}
