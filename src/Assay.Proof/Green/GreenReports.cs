using System.Collections.Concurrent;

namespace Assay.Proof.Green;

/// <summary>What head's tests left in a proof, until it has ended.</summary>
public sealed class GreenReports
{
    private readonly ConcurrentBag<GreenStep> steps = [];
    private readonly ConcurrentDictionary<string, bool> passed = [];

    /// <summary>Whether every test of a component passed at head each time that it ran; the answer may have come from the cache.</summary>
    public bool Passed(string component) => passed.GetValueOrDefault(component);

    /// <summary>Steps of a component that ran; none where their answer came from the cache.</summary>
    public IEnumerable<GreenStep> Of(string component) => steps.Where(step => step.Component == component);

    internal void Add(GreenStep step) => steps.Add(step);

    internal void Ended(string component, bool allPassed) => passed[component] = allPassed;
}
