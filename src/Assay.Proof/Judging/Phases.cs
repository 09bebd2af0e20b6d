using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Proof.Running;

namespace Assay.Proof.Judging;

/// <summary>What ran for one component.</summary>
/// <param name="Red">The last run of red, with everything repaired that could be.</param>
/// <param name="NotCompiled">Names of the tests that the compiler refused at red because of what the change introduces.</param>
/// <param name="RedAgain">Cases of all repeated runs of tests that failed at red.</param>
/// <param name="GreenAgain">The same at green, of tests that failed in either phase.</param>
/// <param name="Times">How often each was repeated.</param>
internal sealed record Phases(
    PhaseRun Base, PhaseRun Red, PhaseRun Green, ImmutableHashSet<string> NotCompiled,
    ImmutableArray<TestCase> RedAgain, ImmutableArray<TestCase> GreenAgain, int Times)
{
    /// <summary>Head with the tests as they were at base: what fails there and passed at base was broken by the change, whatever became of the test.</summary>
    public ImmutableArray<TestCase> Earlier { get; init; } = [];
}
