using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Facts;
using Assay.Core.Standards;

namespace Assay.Core.Explaining;

/// <summary>Explains every id that Assay shows, from the standard and the catalogs; needs no network and no repository.</summary>
public static class Explain
{
    /// <summary>The explanation of a gate, criterion, fact or error code, whatever its case; null where nothing is known under the id.</summary>
    public static Explanation? Topic(Standard standard, string id)
    {
        id = id.Trim();
        if (standard.Gates.FirstOrDefault(gate => Is(gate.Id, id)) is { } gate) return Topics.Of(gate, standard);
        if (standard.Criteria.FirstOrDefault(criterion => Is(criterion.Id, id)) is { } criterion) return Topics.Of(criterion, standard);
        if (FactCatalog.All.FirstOrDefault(fact => Is(fact.Name, id)) is { } fact) return Topics.Of(fact, standard);
        return ErrorCatalog.Find(id) is { } error ? Topics.Of(error) : null;
    }

    /// <summary>Every id that can be explained: gates with their criteria, then facts, then error codes.</summary>
    public static IEnumerable<string> Ids(Standard standard) =>
    [
        .. standard.Gates.SelectMany(gate => gate.Criteria.Select(criterion => criterion.Id).Prepend(gate.Id)),
        .. FactCatalog.All.Select(fact => fact.Name),
        .. ErrorCatalog.All.Select(error => error.Code),
    ];

    /// <summary>Known ids that are near an unknown one, nearest first, at most three.</summary>
    public static ImmutableArray<string> Nearest(Standard standard, string id) => Core.Nearest.Of(id.Trim(), Ids(standard));

    private static bool Is(string known, string id) => known.Equals(id, StringComparison.OrdinalIgnoreCase);
}
