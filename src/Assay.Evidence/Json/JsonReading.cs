using Assay.Core.Errors;

namespace Assay.Evidence.Json;

/// <summary>Runs a reader over a JSON document; whatever is wrong with the document comes back as a value.</summary>
internal static class JsonReading
{
    internal static ReadOutcome Read(Stream content, CancellationToken cancellation, Func<JsonPull, ReadOutcome> read)
    {
        using var json = new JsonPull(content, cancellation);
        try
        {
            json.BeginObject();
            var outcome = read(json);
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
