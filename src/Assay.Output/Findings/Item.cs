using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Core.Standards;

namespace Assay.Output.Findings;

/// <summary>One thing to do: the findings that have one cause.</summary>
/// <param name="First">The finding that speaks for all.</param>
/// <param name="Criteria">Ids of all its criteria, the first one's first.</param>
/// <param name="Components">Ids of the components it concerns.</param>
/// <param name="Locations">Where to look, of all of them.</param>
/// <param name="Remedy">The one next step.</param>
/// <param name="Author">Whether the author can mend it.</param>
internal sealed record Item(
    Finding First, ImmutableArray<string> Criteria, ImmutableArray<string> Components, ImmutableArray<Location> Locations, string Remedy, bool Author)
{
    private const int Many = 5;

    /// <summary>A broken tool that leaves much else open comes first: until it is mended, nobody knows what else there is. Then what can be mended at a known place; what needs evidence that nobody has made comes last.</summary>
    public int Order => First.Status switch
    {
        Status.Error when Criteria.Length >= Many => -1,
        Status.Fail => Locations.IsEmpty ? 1 : 0,
        Status.Error => 2,
        Status.Stale => 3,
        Status.Missing => 4,
        _ => 5,
    };

    /// <summary>Who can mend it, where it is not the author.</summary>
    public Mender By => First.Criterion.By;
}
