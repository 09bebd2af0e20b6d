using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Proof.Running;

namespace Assay.Proof.Judging;

/// <summary>What ran for one component.</summary>
/// <param name="Red">The last run of red, with everything repaired that could be.</param>
/// <param name="NotCompiled">Names of the tests that the compiler refused at red because of what the change introduces.</param>
/// <param name="RedAgain">Repeated runs of tests that failed at red and passed at green.</param>
/// <param name="GreenAgain">Repeated runs at green of tests that failed in a phase.</param>
internal sealed record Phases(
    PhaseRun Base, PhaseRun Red, PhaseRun Green, ImmutableHashSet<string> NotCompiled,
    ImmutableArray<ImmutableArray<TestCase>> RedAgain, ImmutableArray<ImmutableArray<TestCase>> GreenAgain);
