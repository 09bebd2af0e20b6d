using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Core.Globs;

/// <summary>
/// A pattern for paths relative to a root, with forward slashes, case-sensitive.
/// <c>*</c> and <c>?</c> stay within a name, <c>**</c> as a whole name stands for any number of folders, <c>[abc]</c>, <c>[a-z]</c> and <c>[!a]</c> for
/// one character, <c>{a,b}</c> for either, <c>\</c> takes the next character as it is. What matches a folder matches everything below it;
/// a trailing <c>/</c> matches only what is below. The time is bounded by length of pattern × length of path.
/// </summary>
public sealed class Glob
{
    private readonly ImmutableArray<GlobPath> _alternatives;

    private Glob(string pattern, ImmutableArray<GlobPath> alternatives) => (Pattern, _alternatives) = (pattern, alternatives);

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern; <paramref name="mistake"/> says in plain words what is wrong with it.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out Glob? glob, [NotNullWhen(false)] out string? mistake)
    {
        glob = null;
        if (!GlobBraces.TryExpand(pattern, out var plain, out mistake))
        {
            return false;
        }
        var alternatives = ImmutableArray.CreateBuilder<GlobPath>(plain.Count);
        foreach (var each in plain)
        {
            if (!GlobPath.TryParse(each, out var path, out mistake))
            {
                return false;
            }
            alternatives.Add(path);
        }
        glob = new Glob(pattern, alternatives.MoveToImmutable());
        return true;
    }

    /// <summary>Whether the path, or a folder that it lies in, matches.</summary>
    public bool IsMatch(string path)
    {
        var names = GlobPath.Names(path);
        return _alternatives.Any(alternative => alternative.IsMatch(names));
    }

    /// <summary>Whether the path matches; a pattern with a mistake matches nothing.</summary>
    public static bool IsMatch(string pattern, string path) => TryParse(pattern, out var glob, out _) && glob.IsMatch(path);
}
