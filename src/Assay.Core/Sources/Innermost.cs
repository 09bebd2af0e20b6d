using System.Collections.Immutable;

namespace Assay.Core.Sources;

/// <summary>For each line the index of the innermost body around it, or -1.</summary>
internal static class Innermost
{
    /// <param name="lines">How many lines there are.</param>
    /// <param name="bodies">Sorted: outer before inner.</param>
    public static int[] Of(int lines, ImmutableArray<LineSpan> bodies)
    {
        var result = new int[lines];
        var open = new Stack<int>();
        var next = 0;
        for (var line = 1; line <= lines; line++)
        {
            while (next < bodies.Length && bodies[next].First <= line)
            {
                open.Push(next++);
            }

            while (open.Count > 0 && bodies[open.Peek()].Last < line)
            {
                open.Pop();
            }

            result[line - 1] = open.Count > 0 ? open.Peek() : -1;
        }

        return result;
    }
}
