using System.Collections.Immutable;

namespace Assay.Core.Judging;

/// <summary>A production file of the change, as far as the change goes: its lines with a few around them.</summary>
public sealed record ChangedSource(string Component, string Path, ImmutableArray<SourceLine> Lines);

/// <summary>A line of a source.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Changed">The change added or edited it.</param>
public sealed record SourceLine(int Number, string Text, bool Changed, LineState State);

/// <summary>Whether a line holds code, and whether a test ran it.</summary>
public enum LineState { NoCode, Covered, PartlyCovered, NotCovered }
