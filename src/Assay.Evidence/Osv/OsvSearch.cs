using System.Collections.Immutable;
using Assay.Core.Errors;

namespace Assay.Evidence.Osv;

/// <summary>What a local database of advisories holds.</summary>
/// <param name="Concerning">Advisories that name one of the packages asked for, whatever its version; none that was withdrawn.</param>
/// <param name="Newest">For each ecosystem, when the advisory that was changed last was changed.</param>
/// <param name="Advisories">How many were read.</param>
/// <param name="Error">Why nothing can be taken from it; null where all of it was read.</param>
public sealed record OsvSearch(ImmutableArray<OsvAdvisory> Concerning, ImmutableSortedDictionary<string, DateTimeOffset> Newest, int Advisories, AssayError? Error);
