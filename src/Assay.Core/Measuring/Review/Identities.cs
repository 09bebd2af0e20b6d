using Assay.Core.Changes;

namespace Assay.Core.Measuring.Review;

/// <summary>Whether two names are of one person, as far as names can tell; where it is doubtful they are.</summary>
internal sealed class Identities
{
    private const string NoReply = "@users.noreply.";
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name)
    {
        foreach (var form in Forms(name)) _known.Add(form);
    }

    public void Add(Person person)
    {
        Add(person.Name);
        Add(person.Email);
    }

    public bool Contains(string name) => Forms(name).Any(_known.Contains);

    /// <summary>The name, an address's part before the @ (which is the login in GitHub's own addresses), each without what separates words.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        if (name.Length == 0) yield break;
        yield return name.Trim();
        var at = name.IndexOf('@');
        if (at <= 0)
        {
            yield return Letters(name);
            yield break;
        }
        var local = name[..at];
        if (name.Contains(NoReply, StringComparison.OrdinalIgnoreCase)) local = local[(local.IndexOf('+') + 1)..];
        else if (local.IndexOf('+') is var plus and > 0) local = local[..plus];
        yield return Letters(local);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
