using Assay.Core.Errors;

namespace Assay.Evidence.Xml;

/// <summary>Leaves the middle of a parse; never leaves a reader, which gives its <see cref="Error"/> as a value.</summary>
internal sealed class ContentMistake(AssayError error) : Exception(error.What)
{
    public AssayError Error { get; } = error;
}
