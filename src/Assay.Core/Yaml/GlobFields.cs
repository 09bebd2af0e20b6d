using System.Collections.Immutable;
using Assay.Core.Globs;

namespace Assay.Core.Yaml;

/// <summary>Lists of patterns in files.</summary>
public static class GlobFields
{
    /// <summary>Patterns; each that cannot be read, leads out or stands twice is reported.</summary>
    public static ImmutableArray<string> Globs(this YamlFields fields, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. fields.TextNodes(key).Where(item => IsGood(fields, key, item, seen)).Select(item => item.Text)];
    }

    private static bool IsGood(YamlFields fields, string key, (string Text, YamlNode Node) item, HashSet<string> seen)
    {
        var mistake = !Glob.TryParse(item.Text, out _, out var wrong) ? wrong
            : RelativePaths.Mistake(item.Text) is { } outside ? outside
            : !seen.Add(item.Text) ? "it stands twice"
            : null;
        if (mistake is not null) fields.Reject(item.Node, $"'{key}' holds the pattern '{Shown.Short(item.Text)}': {mistake}");
        return mistake is null;
    }
}
