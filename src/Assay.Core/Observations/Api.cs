using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>A description of an interface was read, however many operations it has.</summary>
/// <param name="Title">As the document gives it; empty where it has none.</param>
public sealed record ApiDocument(string Title) : Observation;

/// <summary>An operation of a described interface.</summary>
/// <param name="Method">In upper case, e.g. <c>POST</c>.</param>
/// <param name="Path">As the document writes it, e.g. <c>/accounts/{id}</c>.</param>
/// <param name="Id">The <c>operationId</c>; null where it has none.</param>
/// <param name="Gaps">What its description lacks; empty where nothing.</param>
/// <param name="Line">1-based.</param>
public sealed record ApiOperation(string Method, string Path, string? Id, ImmutableArray<string> Gaps, int? Line = null) : Observation;
