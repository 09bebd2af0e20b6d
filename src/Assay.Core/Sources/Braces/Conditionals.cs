namespace Assay.Core.Sources.Braces;

/// <summary>The <c>#if</c>s around the present token, with what was open where each began.</summary>
internal sealed class Conditionals
{
    private readonly Stack<(Frame Frame, Segment Segment, int OpenedFrom)> starts = new();

    public Frame? Current => starts.TryPeek(out var start) ? start.Frame : null;

    public Segment Segment => starts.Peek().Segment;

    public int OpenedFrom => starts.Peek().OpenedFrom;

    public void Enter(Frame top, int token) => starts.Push((top, top.Segment, token));

    public void Leave() => starts.TryPop(out _);
}
