using System.Collections.Immutable;

namespace Assay.Proof.Weakening;

/// <summary>The cases that ran, found by the names that sources give their tests.</summary>
internal sealed class RanCases(ImmutableArray<string> ids)
{
    private readonly ImmutableArray<string> ids = [.. ids.Distinct()];

    /// <summary>Cases of a test, in the order that they ran in; those whose computed title cannot be told from others' of the same suite among them.</summary>
    /// <param name="others">Names of the other tests, whose cases these are not.</param>
    public ImmutableArray<string> Of(string name, IReadOnlySet<string> others)
    {
        var placeholder = Placeholder(name);
        if (placeholder < 0) return [.. ids.Where(id => Is(id, name))];
        var fixedPart = name[..placeholder];
        return [.. ids.Where(id => Whole(id) is var title && At(title, fixedPart) && !others.Any(other => Placeholder(other) < 0 && Is(id, other)) && Depth(title, fixedPart) == Depth(name, ""))];
    }

    private static bool Is(string id, string name)
    {
        if (id == name || id.EndsWith($" > {name}", StringComparison.Ordinal) || id.EndsWith($".{name}", StringComparison.Ordinal)) return true;
        var at = id.IndexOf(name, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && !(id[at - 1] is '.' || id.AsSpan(0, at).EndsWith(" > ")))) return false;
        return at + name.Length < id.Length && id[at + name.Length] is '(' or '[' or '{' && !name.Contains(" > ", StringComparison.Ordinal);
    }

    /// <summary>A computed title may be empty; reports then end with the suite.</summary>
    private static string Whole(string id) => id.EndsWith(" >", StringComparison.Ordinal) ? id + " " : id;

    private static bool At(string id, string start) => id.StartsWith(start, StringComparison.Ordinal) || id.Contains($" > {start}", StringComparison.Ordinal);

    private static int Depth(string id, string fixedPart)
    {
        var from = fixedPart.Length == 0 ? 0 : Math.Max(0, id.IndexOf(fixedPart, StringComparison.Ordinal));
        return id.AsSpan(from).Count(" > ");
    }

    /// <summary>Where the computed part of a title begins; -1 where nothing is computed.</summary>
    private static int Placeholder(string name)
    {
        var first = name.AsSpan().IndexOfAny('$', '%');
        return first >= 0 && first + 1 < name.Length && (name[first + 1] is '{' or '#' || char.IsLetter(name[first + 1])) ? first : -1;
    }
}
