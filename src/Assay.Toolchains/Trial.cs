using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Toolchains;

/// <summary>How tests are run: all of them with coverage where content is judged, and no more than a comparison needs where several trees are compared.</summary>
/// <param name="Coverage">Measure coverage too.</param>
/// <param name="Only">These tests alone, or a little more where the runner cannot be told so exactly; all where empty.</param>
public sealed record Trial(bool Coverage, ImmutableArray<TestCase> Only)
{
    /// <summary>The folder holds the files that it held when it was last tried, and nothing else was there meanwhile: what was built of them stands.</summary>
    public bool AsLeft { get; init; }
}
