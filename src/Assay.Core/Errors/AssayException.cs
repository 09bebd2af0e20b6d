using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>
/// Ends a command that cannot judge at all (exit code 2). Carries every mistake found, not only the first.
/// </summary>
public sealed class AssayException(ImmutableArray<AssayError> errors)
    : Exception(string.Join("\n", errors.Select(e => $"{e.Kind.Code} {e.What}")))
{
    /// <summary>Ends a command for one reason.</summary>
    public AssayException(AssayError error) : this([error]) { }

    /// <summary>All mistakes, in the order of their places.</summary>
    public ImmutableArray<AssayError> Errors { get; } = errors;
}
