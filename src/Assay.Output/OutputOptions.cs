namespace Assay.Output;

/// <summary>How a verdict is written.</summary>
/// <param name="Colour">Colour statuses (ANSI).</param>
/// <param name="Width">Columns to wrap at.</param>
/// <param name="Verbose">Every place instead of the first few, and what is not due.</param>
/// <param name="Quiet">The verdict line only.</param>
/// <param name="Elapsed">How long the check took.</param>
public sealed record OutputOptions(bool Colour, int Width, bool Verbose, bool Quiet, TimeSpan Elapsed);
