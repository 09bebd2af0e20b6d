using System.Collections.Immutable;
using System.Globalization;
using Assay.Core;
using Assay.Core.Globs;
using Assay.Core.Observations;

namespace Assay.Evidence.ThreatDragon;

/// <summary>
/// Lines <c>key: value</c> in a description of Threat Dragon, which has no field of its own for an owner, a day or the files that an element stands for. See reader.md.
/// </summary>
internal sealed class DragonNotes
{
    private readonly List<(string Key, string Value)> _lines = [];

    internal DragonNotes(params string?[] texts)
    {
        foreach (var line in texts.OfType<string>().SelectMany(text => text.Split('\n')))
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && colon < line.Length - 1) _lines.Add((Plain(line[..colon]), line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>The first value under the key; null where there is none.</summary>
    internal string? Text(string key) => _lines.Find(line => line.Key == key).Value is { Length: > 0 } text ? text : null;

    internal ImmutableArray<string> Texts(string key) => [.. _lines.Where(line => line.Key == key).Select(line => line.Value).Where(value => value.Length > 0)];

    /// <summary>Values separated by commas.</summary>
    internal ImmutableArray<string> List(string key) => [.. Texts(key).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    /// <summary>Patterns that can be read; what cannot covers nothing.</summary>
    internal ImmutableArray<string> Globs(string key) => [.. List(key).Where(glob => Glob.TryParse(glob, out _, out _))];

    internal DateOnly? Day(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal T? Choice<T>(string key) where T : struct, Enum => Text(key) is { } word ? Snake.Parse<T>(Plain(word).Replace(' ', '_')) : null;

    /// <summary>Reasons in lines <c>no spoofing: …</c>.</summary>
    internal ImmutableSortedDictionary<StrideCategory, string> NoThreats() =>
        ImmutableSortedDictionary.CreateRange(
            from category in Enum.GetValues<StrideCategory>()
            let reason = Text($"no {Snake.Case(category).Replace('_', ' ')}")
            where reason is not null
            select KeyValuePair.Create(category, reason));

    private static string Plain(string text) => text.Trim().TrimStart('-', '*', ' ').ToLowerInvariant().Replace('_', ' ');
}
