using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Proof.Hunks;

/// <summary>What happened where pieces were taken back.</summary>
internal abstract record TakenBack
{
    private TakenBack() { }

    /// <summary>A test fails without them.</summary>
    /// <param name="By">Name of the test; path of its file where the whole file could not be compiled or loaded.</param>
    /// <param name="Test">The test to run again; null where it did not compile or load because it names what went.</param>
    public sealed record Fails(string By, TestCase? Test) : TakenBack;

    /// <summary>Production code does not build or load without them, which no test asked for.</summary>
    /// <param name="Errors">What said so, with the names that are missed.</param>
    public sealed record NotBuilt(ImmutableArray<string> Errors) : TakenBack;

    /// <summary>It shows that no test asked for them, or it shows nothing.</summary>
    public sealed record NotHeld(string Why) : TakenBack;
}
