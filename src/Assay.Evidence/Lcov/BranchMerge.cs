using System.Runtime.InteropServices;
using Assay.Evidence.Coverage;

namespace Assay.Evidence.Lcov;

/// <summary>Numbers for the names of blocks and branches, which mostly are numbers already and may be expressions.</summary>
internal sealed class BranchNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Of(string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var known);
        return known ? number : number = numbers.Count;
    }
}

/// <summary>The branches of one file, each once; taken where any test took it.</summary>
internal sealed class BranchMerge
{
    private readonly Dictionary<(int Line, int Block, int Branch), bool> taken = [];

    /// <summary>Lines that hold functions which no test called: that a branch beside them was taken covers nothing of them.</summary>
    public HashSet<int> NeverCalled { get; } = [];

    public void Add(int line, int block, int branch, bool isTaken) =>
        CollectionsMarshal.GetValueRefOrAddDefault(taken, (line, block, branch), out _) |= isTaken;

    /// <summary>Counts the branches of every line. A line with branches that has no hits of its own ran if a branch was taken.</summary>
    public void AddTo(LineMerge lines)
    {
        foreach (var line in taken.GroupBy(branch => branch.Key.Line).OrderBy(group => group.Key))
        {
            var covered = line.Count(branch => branch.Value);
            lines.Add(line.Key, covered > 0 && !NeverCalled.Contains(line.Key), covered, line.Count());
        }
    }
}
