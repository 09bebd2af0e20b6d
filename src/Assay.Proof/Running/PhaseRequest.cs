using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Git.Checkouts;
using Assay.Proof.Green;

namespace Assay.Proof.Running;

/// <summary>Which tests to run, and where.</summary>
/// <param name="Phase">What the user sees, e.g. <c>red</c>.</param>
/// <param name="Tree">The tree to show first.</param>
/// <param name="Component">Id of the component; it may be absent from the tree.</param>
/// <param name="Coverage">Measure coverage too.</param>
/// <param name="Only">These alone, or a little more where the runner cannot be told so exactly; all where empty.</param>
internal sealed record PhaseRequest(string Phase, RepositoryTree Tree, string Component, bool Coverage, ImmutableArray<TestCase> Only)
{
    /// <summary>How often the tests run, each time anew; set-up and build serve all of them. The cases of all times are in the result.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Evaluate the prompts instead of running the tests.</summary>
    public bool Prompts { get; init; }

    /// <summary>Where the reports of tests are kept; null where nobody needs them.</summary>
    public GreenReports? Reports { get; init; }

    /// <summary>Longest time for one command, where it is less than what the component is given; null for that.</summary>
    public TimeSpan? Limit { get; init; }
}
