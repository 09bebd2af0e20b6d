namespace Assay.Core.Sources;

/// <summary>Lines of a file, counted from 1, both ends included.</summary>
public readonly record struct LineSpan(int First, int Last);
