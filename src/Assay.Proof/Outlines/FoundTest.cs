using System.Collections.Immutable;

namespace Assay.Proof.Outlines;

/// <summary>A test or another function of a source, by its tokens.</summary>
/// <param name="Simple">What a call of it is named.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="BodyFrom">First token of its parameters.</param>
/// <param name="BodyTo">The token behind its body.</param>
internal sealed record FoundTest(string Name, string Simple, int First, int Last, int BodyFrom, int BodyTo)
{
    public bool Test { get; init; }

    public bool Skipped { get; init; }

    public bool Only { get; init; }

    public string Marks { get; init; } = "";

    public string Condition { get; init; } = "";

    public ImmutableArray<string> Cases { get; init; } = [];
}
