using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Core.Globs;

/// <summary>A pattern without braces: one part for each name of the path.</summary>
internal sealed class GlobPath
{
    private readonly ImmutableArray<GlobName?> _parts; // null stands for **
    private readonly bool _onlyBelow;

    private GlobPath(ImmutableArray<GlobName?> parts, bool onlyBelow) => (_parts, _onlyBelow) = (parts, onlyBelow);

    internal static string[] Names(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".")];

    internal static bool TryParse(string pattern, [NotNullWhen(true)] out GlobPath? path, [NotNullWhen(false)] out string? mistake)
    {
        (path, mistake) = (null, null);
        var parts = ImmutableArray.CreateBuilder<GlobName?>();
        foreach (var name in Names(pattern))
        {
            if (name == "**")
            {
                if (parts.Count == 0 || parts[^1] is not null)
                {
                    parts.Add(null);
                }
            }
            else if (GlobName.TryParse(name, out var part, out mistake))
            {
                parts.Add(part);
            }
            else
            {
                return false;
            }
        }
        var onlyBelow = pattern.EndsWith('/');
        while (parts.Count > 0 && parts[^1] is null)
        {
            parts.RemoveAt(parts.Count - 1);
            onlyBelow = true;
        }
        path = new GlobPath(parts.ToImmutable(), onlyBelow);
        return true;
    }

    // Greedy with one step back to the last **: a later ** can only do what an earlier one could, so no more needs to be tried.
    internal bool IsMatch(string[] names)
    {
        var last = _onlyBelow ? names.Length - 1 : names.Length;
        int at = 0, part = 0, afterStars = -1, retry = 0;
        while (part < _parts.Length)
        {
            if (_parts[part] is not { } name)
            {
                (afterStars, retry) = (++part, at);
            }
            else if (at < last && name.IsMatch(names[at]))
            {
                (at, part) = (at + 1, part + 1);
            }
            else if (afterStars >= 0 && retry < last)
            {
                (at, part) = (++retry, afterStars);
            }
            else
            {
                return false;
            }
        }
        return names.Length > 0 && at <= last;
    }
}
