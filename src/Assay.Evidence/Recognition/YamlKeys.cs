using System.Collections.Immutable;

namespace Assay.Evidence.Recognition;

/// <summary>Keys that stand at the beginning of a line, as a YAML mapping's top level has them.</summary>
internal static class YamlKeys
{
    public static IReadOnlySet<string> Of(string text)
    {
        var keys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && IsKey(line[..colon]) && (colon + 1 == line.Length || line[colon + 1] is ' ' or '\t'))
                keys.Add(line[..colon].Trim("\"'").ToString());
        }
        return keys.ToImmutable();
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or '"' or '\'' or '$'))
                return false;
        }
        return true;
    }
}
