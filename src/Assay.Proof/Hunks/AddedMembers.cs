using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Hunks;

/// <summary>Cuts a block of added lines by the functions in it, because a whole new file taken back rarely leaves anything that builds.</summary>
internal static class AddedMembers
{
    /// <summary>One part of a block.</summary>
    /// <param name="Taken">1-based lines that go when it is taken back.</param>
    /// <param name="Shown">The same and what lies around it without code: the parts together show every line of the block.</param>
    public readonly record struct Part(LineSpan Taken, LineSpan Shown);

    /// <summary>One part for each function that lies wholly in the block, and one for code between them; the whole block where it holds less than two.</summary>
    public static ImmutableArray<Part> Of(Language language, SourceOutline outline, ByteLines lines, LineSpan block)
    {
        var members = Members(language, outline, lines, block);
        if (members.Count < 2) return [new(block, block)];
        var parts = new List<Part>();
        var next = block.First;
        foreach (var member in members)
        {
            Between(next, member.First - 1);
            parts.Add(new(member, member));
            next = member.Last + 1;
        }
        Between(next, block.Last);
        parts[0] = parts[0] with { Shown = new(block.First, parts[0].Shown.Last) };
        return [.. parts];

        void Between(int first, int last)
        {
            if (first > last) return;
            if (Enumerable.Range(first, last - first + 1).Any(line => outline.KindOf(line) == LineKind.Code)) parts.Add(new(new(first, last), new(first, last)));
            else if (parts.Count > 0) parts[^1] = parts[^1] with { Shown = new(parts[^1].Shown.First, last) };
        }
    }

    private static List<LineSpan> Members(Language language, SourceOutline outline, ByteLines lines, LineSpan block)
    {
        var members = new List<LineSpan>();
        foreach (var body in outline.Bodies)
        {
            if (body.First < block.First || body.Last > block.Last || (body.First == 1 && body.Last == outline.Lines.Length)) continue;
            var free = members.Count == 0 ? block.First : members[^1].Last + 1;
            if (body.First >= free) members.Add(new(Start(language, lines, body, free), body.Last));
            else if (body.Last > members[^1].Last) members[^1] = members[^1] with { Last = body.Last };
        }
        return members;
    }

    /// <summary>The first line of what belongs to the function above its body: signature, attributes, decorators, comments.</summary>
    private static int Start(Language language, ByteLines lines, LineSpan body, int free)
    {
        var start = body.First;
        var indent = Indent(lines.Text(start - 1));
        while (start > free && lines.Text(start - 2) is var above && above.AsSpan().Trim() is [.., var last] && last is not ('{' or '}' or ';'))
        {
            // Less indented: the line of `def` above its body, and once only; else the class around it.
            if (language == Language.Python && Indent(above) < indent && !(above.TrimEnd().EndsWith(':') && start == body.First)) break;
            indent = Math.Min(indent, Indent(above));
            start--;
        }
        return start;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;
}
