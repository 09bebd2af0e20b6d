using System.Collections.Concurrent;

namespace Assay.Proof.Green;

/// <summary>What head's tests left in a proof, until it has ended.</summary>
public sealed class GreenReports
{
    private readonly ConcurrentBag<GreenStep> steps = [];

    /// <summary>Steps of a component.</summary>
    public IEnumerable<GreenStep> Of(string component) => steps.Where(step => step.Component == component);

    internal void Add(GreenStep step) => steps.Add(step);
}
