using Assay.Core.Errors;

namespace Assay.Evidence.Json;

/// <summary>Ends the reading of a JSON document; never leaves a reader, which turns it into a value.</summary>
internal sealed class JsonMistake(AssayError error) : Exception(error.What)
{
    internal AssayError Error { get; } = error;
}
