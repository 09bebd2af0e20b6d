using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Core.Measuring.Coverage;

/// <summary>
/// The branches of <c>#if</c> in a C# source. What one build compiles says nothing of a branch that it leaves out, though both share a method.
/// </summary>
internal sealed class ConditionalCode
{
    private readonly Dictionary<int, int> _branchOf = [];
    private readonly Dictionary<int, ImmutableArray<string>> _conditionsOf = [];

    /// <summary>No branch at all, as in every other language.</summary>
    public static ConditionalCode None { get; } = new();

    public static ConditionalCode Of(string[] lines)
    {
        var code = new ConditionalCode();
        var open = new Stack<int>();
        var conditions = new Stack<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart();
            if (line is ['#', .. var directive])
            {
                directive = directive.TrimStart();
                if (directive.StartsWith("if", StringComparison.Ordinal))
                {
                    open.Push(i);
                    conditions.Push(directive[2..].ToString());
                }
                else if (directive.StartsWith("el", StringComparison.Ordinal) && open.TryPop(out _))
                {
                    open.Push(i);
                    var before = conditions.Pop();
                    conditions.Push(directive.StartsWith("else", StringComparison.Ordinal) ? $"!({before})" : "elif");
                }
                else if (directive.StartsWith("endif", StringComparison.Ordinal) && open.TryPop(out _)) conditions.Pop();
            }
            else if (open.TryPeek(out var branch))
            {
                code._branchOf[i + 1] = branch;
                code._conditionsOf[i + 1] = [.. conditions];
            }
        }
        return code;
    }

    /// <summary>The place of the innermost branch around a line; -1 outside of any.</summary>
    public int BranchOf(int line) => _branchOf.GetValueOrDefault(line, -1);

    /// <summary>Whether the target frameworks that ran all leave the line out; false where one may hold it, and where none is known.</summary>
    public bool IsLeftOut(int line, IReadOnlyCollection<FrameworkCondition> ran) =>
        ran.Count > 0 && _conditionsOf.TryGetValue(line, out var conditions) && ran.All(framework => conditions.Any(framework.LeavesOut));

    /// <summary>What lines have to share so that one that ran speaks for another: the body and the branch.</summary>
    public (LineSpan Body, int Branch)? UnitOf(SourceOutline outline, int line) =>
        outline.BodyOf(line) is { } body ? (body, BranchOf(line)) : null;
}
