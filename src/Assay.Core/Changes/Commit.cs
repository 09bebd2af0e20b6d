using System.Collections.Immutable;

namespace Assay.Core.Changes;

/// <summary>A commit of the change.</summary>
/// <param name="Trailers">What its trailer block says, in order; keys as they are written.</param>
/// <param name="IsMerge">It has several parents.</param>
/// <param name="InScope">It touches the judged path.</param>
public sealed record Commit(
    string Id, Person Author, Person Committer, ImmutableArray<Trailer> Trailers, bool IsMerge = false, bool InScope = true)
{
    /// <summary>First line of its message.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Values of the trailers with this key, whatever its case.</summary>
    public IEnumerable<string> Trailer(string key) =>
        Trailers.Where(trailer => trailer.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(trailer => trailer.Value);
}

/// <summary>A trailer of a commit's message, e.g. <c>Reviewed-by: …</c>; see git-interpret-trailers(1).</summary>
public sealed record Trailer(string Key, string Value);

/// <summary>Who a commit names; nothing proves it unless the commit is signed.</summary>
public sealed record Person(string Name, string Email)
{
    /// <summary>A person as trailers write them: <c>Name &lt;address&gt;</c>, or one of both.</summary>
    public static Person Parse(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.IndexOf('>', Math.Max(open, 0));
        if (open >= 0 && close > open) return new Person(text[..open].Trim(), text[(open + 1)..close].Trim());
        return text.Contains('@') ? new Person("", text.Trim()) : new Person(text.Trim(), "");
    }
}
