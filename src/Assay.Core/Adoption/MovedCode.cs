using Assay.Core.Changes;

namespace Assay.Core.Adoption;

/// <summary>
/// Functions that a change put elsewhere, or only laid out anew: token by token what they were, signature included. A copy is none, for what it was copied from is
/// still there.
/// </summary>
internal sealed class MovedCode
{
    private readonly Dictionary<(string File, int Line), (string File, int Line)> origins = [];

    public static MovedCode In(IReadOnlyList<ChangedFile> changes, SourceTexts before, SourceTexts after)
    {
        var left = new Dictionary<string, Stack<(string File, SourceUnit Unit)>>(StringComparer.Ordinal);
        foreach (var file in changes.Where(file => file.Kind != ChangeKind.Added).Select(file => file.OldPath ?? file.Path).Reverse())
        {
            foreach (var unit in (before.Of(file)?.Units ?? []).Reverse())
            {
                if (!left.TryGetValue(unit.Text, out var same)) left[unit.Text] = same = new();
                same.Push((file, unit));
            }
        }

        var now = changes.Where(file => file.Kind != ChangeKind.Deleted)
            .SelectMany(file => (after.Of(file.Path)?.Units ?? []).Select(unit => (file.Path, Was: file.OldPath ?? file.Path, Unit: unit))).ToList();
        var moved = new MovedCode();
        // What stayed in its file is not free to be taken elsewhere.
        var elsewhere = now.Where(each => !moved.Take(left, each.Path, each.Unit, from: each.Was)).ToList();
        foreach (var each in elsewhere) moved.Take(left, each.Path, each.Unit, from: null);
        return moved;
    }

    public (string File, int Line)? Origin(string file, int line) => origins.TryGetValue((file, line), out var origin) ? origin : null;

    private bool Take(Dictionary<string, Stack<(string File, SourceUnit Unit)>> left, string path, SourceUnit unit, string? from)
    {
        if (!left.TryGetValue(unit.Text, out var same)) return false;
        var held = new Stack<(string File, SourceUnit Unit)>();
        (string File, SourceUnit Unit)? found = null;
        while (found is null && same.TryPop(out var candidate))
        {
            if (from is null || candidate.File == from) found = candidate;
            else held.Push(candidate);
        }
        while (held.TryPop(out var back)) same.Push(back);
        if (found is not { } origin) return false;
        for (var n = 0; n < unit.Lines.Length; n++) origins.TryAdd((path, unit.Lines[n]), (origin.File, origin.Unit.Lines[n]));
        return true;
    }
}
