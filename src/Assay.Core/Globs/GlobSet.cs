using System.Collections.Immutable;

namespace Assay.Core.Globs;

/// <summary>Several patterns, any of which may match. A pattern with a mistake matches nothing, and so stands among <see cref="Unmatched"/>.</summary>
public sealed class GlobSet
{
    private readonly ImmutableArray<Glob> _globs;

    /// <summary>A set of these patterns.</summary>
    public GlobSet(IEnumerable<string> patterns)
    {
        Patterns = [.. patterns];
        _globs = [.. Patterns.Select(pattern => Glob.TryParse(pattern, out var glob, out _) ? glob : null).OfType<Glob>()];
    }

    /// <summary>The patterns as they were written.</summary>
    public ImmutableArray<string> Patterns { get; }

    /// <summary>There is no pattern, so nothing matches.</summary>
    public bool IsEmpty => Patterns.IsEmpty;

    /// <summary>Whether any pattern matches the path.</summary>
    public bool IsMatch(string path) => _globs.Any(glob => glob.IsMatch(path));

    /// <summary>The patterns that match none of the paths, in their order.</summary>
    public ImmutableArray<string> Unmatched(IEnumerable<string> paths)
    {
        var open = _globs.ToList();
        foreach (var path in paths)
        {
            open.RemoveAll(glob => glob.IsMatch(path));
            if (open.Count == 0)
            {
                break;
            }
        }
        var matched = _globs.Except(open).Select(glob => glob.Pattern).ToHashSet(StringComparer.Ordinal);
        return [.. Patterns.Where(pattern => !matched.Contains(pattern))];
    }
}
