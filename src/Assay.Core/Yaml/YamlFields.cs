using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Quantities;

namespace Assay.Core.Yaml;

/// <summary>
/// Typed access to a mapping. Opening it reports unknown and missing keys; each accessor reports a value of the wrong
/// kind and returns null (an empty list), so that a loader goes on and finds every mistake in one pass.
/// </summary>
public sealed class YamlFields
{
    private readonly YamlMistakes _mistakes;

    private YamlFields(YamlMapping node, YamlKeys keys, YamlMistakes mistakes) => (Node, Keys, _mistakes) = (node, keys, mistakes);

    /// <summary>The mapping itself, for its place.</summary>
    public YamlMapping Node { get; }

    /// <summary>The keys that it may have.</summary>
    public YamlKeys Keys { get; }

    /// <summary>Opens a node as a mapping with these keys; null, with the mistake reported, where it is none.</summary>
    public static YamlFields? Open(YamlNode node, YamlKeys keys, YamlMistakes mistakes)
    {
        if (node is not YamlMapping mapping)
        {
            if (node is not YamlRefused) mistakes.Add(node, $"{keys.Name}: expected keys with values, found {Found(node)}", $"Keys here: {string.Join(", ", keys.All)}");
            return null;
        }
        foreach (var entry in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            var near = Nearest.Of(entry.Key.Text, keys.All, 1);
            mistakes.Add(entry.Key, $"{keys.Name}: unknown key '{Shown.Short(entry.Key.Text)}'",
                near.IsEmpty ? $"Keys here: {string.Join(", ", keys.All)}" : $"Did you mean {near[0]}?");
        }
        foreach (var key in keys.Required.Where(key => mapping.Entries.All(entry => entry.Key.Text != key)))
            mistakes.Add(mapping, $"{keys.Name}: key '{key}' is missing", $"Add {key}.");
        return new YamlFields(mapping, keys, mistakes);
    }

    /// <summary>The value's node; null where the key is absent.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var entry in Node.Entries)
                if (entry.Key.Text == key) return entry.Value;
            return null;
        }
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => this[key] is not null;

    /// <summary>Reports a mistake at a key's value, or at the mapping where the key is absent.</summary>
    public void Reject(string key, string what, string? nextStep = null) => _mistakes.Add(this[key] ?? Node, $"{Keys.Name}: {what}", nextStep);

    /// <summary>Reports a mistake at a node below this mapping.</summary>
    public void Reject(YamlNode at, string what, string? nextStep = null) => _mistakes.Add(at, $"{Keys.Name}: {what}", nextStep);

    /// <summary>Text that is not empty. A plain number, <c>true</c> or <c>null</c> is no text: it has to be quoted.</summary>
    public string? Text(string key) => this[key] is { } node ? TextOf(node, key) : null;

    /// <summary>A whole number from zero up.</summary>
    public int? Number(string key) =>
        Scalar<int>(key, "a whole number", scalar => scalar.Type is ScalarType.Integer
            && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string key) =>
        Scalar<bool>(key, "true or false", scalar => scalar.Type is ScalarType.Boolean ? scalar.Text switch { "true" => true, "false" => false, _ => null } : null);

    /// <summary>A member of an enum in snake case.</summary>
    public T? Choice<T>(string key) where T : struct, Enum => this[key] is { } node ? ChoiceOf<T>(node, key) : null;

    /// <summary>A figure with its unit: <c>90 %</c>, <c>200 ms</c>, <c>0</c>, <c>true</c>.</summary>
    public Quantity? Quantity(string key) => this[key] is { } node ? QuantityOf(node, key) : null;

    /// <summary>A figure with its unit in a node below this mapping.</summary>
    public Quantity? QuantityOf(YamlNode node, string key)
    {
        if (node is YamlScalar { Type: not ScalarType.Null } scalar && Quantities.Quantity.Parse(scalar.Text) is { } figure) return figure;
        Wrong(node, key, "a figure such as 0, 90 %, 200 ms, 30 s, 5 min, 512 MB, 90 d or true");
        return null;
    }

    /// <summary>A day: <c>2026-01-31</c>.</summary>
    public DateOnly? Date(string key) =>
        Scalar<DateOnly>(key, "a day such as 2026-01-31",
            scalar => DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>A list of texts; empty where the key is absent.</summary>
    public ImmutableArray<string> Texts(string key) => [.. TextNodes(key).Select(item => item.Text)];

    /// <summary>A list of texts with their nodes; empty where the key is absent.</summary>
    public ImmutableArray<(string Text, YamlNode Node)> TextNodes(string key) =>
        [.. Items(key).Select(item => (Text: TextOf(item, key), item)).Where(item => item.Text is not null).Select(item => (item.Text!, item.item))];

    /// <summary>A list of enum members; empty where the key is absent.</summary>
    public ImmutableArray<T> Choices<T>(string key) where T : struct, Enum => [.. Items(key).Select(item => ChoiceOf<T>(item, key)).OfType<T>()];

    /// <summary>A mapping with these keys; null where the key is absent.</summary>
    public YamlFields? Map(string key, YamlKeys keys) => this[key] is { } node ? Open(node, keys, _mistakes) : null;

    /// <summary>A list of mappings with these keys; empty where the key is absent.</summary>
    public ImmutableArray<YamlFields> Maps(string key, YamlKeys keys) => [.. Items(key).Select(item => Open(item, keys, _mistakes)).OfType<YamlFields>()];

    /// <summary>The items of a list; empty where the key is absent.</summary>
    public ImmutableArray<YamlNode> Items(string key)
    {
        var node = this[key];
        if (node is YamlSequence sequence) return sequence.Items;
        if (node is not null) Wrong(node, key, "a list");
        return [];
    }

    /// <summary>Keys of one's own with their values; empty where the key is absent.</summary>
    public ImmutableArray<YamlEntry> Entries(string key)
    {
        var node = this[key];
        if (node is YamlMapping mapping) return mapping.Entries;
        if (node is not null) Wrong(node, key, "keys with values");
        return [];
    }

    private string? TextOf(YamlNode node, string key)
    {
        if (node is YamlScalar { Type: ScalarType.String } scalar && !string.IsNullOrWhiteSpace(scalar.Text)) return scalar.Text.Trim();
        var quotes = node is YamlScalar { Type: not (ScalarType.String or ScalarType.Null) } value ? $"Put it in quotes: \"{Shown.Short(value.Text)}\"" : null;
        Wrong(node, key, "text", quotes);
        return null;
    }

    private T? ChoiceOf<T>(YamlNode node, string key) where T : struct, Enum
    {
        if (node is YamlScalar { Type: ScalarType.String } scalar && Snake.Parse<T>(scalar.Text) is { } value) return value;
        var known = Enum.GetValues<T>().Select(Snake.Case).ToArray();
        var near = node is YamlScalar wrong ? Nearest.Of(wrong.Text, known, 1) : [];
        Wrong(node, key, $"one of {string.Join(", ", known)}", near.IsEmpty ? null : $"Did you mean {near[0]}?");
        return null;
    }

    private T? Scalar<T>(string key, string expected, Func<YamlScalar, T?> read) where T : struct
    {
        if (this[key] is not { } node) return null;
        if (node is YamlScalar scalar && read(scalar) is { } value) return value;
        Wrong(node, key, expected);
        return null;
    }

    private void Wrong(YamlNode node, string key, string expected, string? nextStep = null)
    {
        if (node is not YamlRefused) _mistakes.Add(node, $"{Keys.Name}: '{key}' must be {expected}, found {Found(node)}", nextStep);
    }

    private static string Found(YamlNode node) => node switch
    {
        YamlMapping => "keys with values",
        YamlSequence => "a list",
        YamlScalar { Type: ScalarType.Null } => "nothing",
        YamlScalar scalar => $"'{Shown.Short(scalar.Text)}'",
        _ => "something else",
    };
}
