using System.Collections.Immutable;

namespace Assay.Core.Yaml;

/// <summary>The keys that a mapping may have. Data, so that a test can hold it against the JSON Schema of the file.</summary>
/// <param name="Name">What the mapping is, as messages call it: <c>criterion</c>, <c>component</c>.</param>
public sealed record YamlKeys(string Name, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    /// <summary>Every key that may stand here.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);

    /// <summary>Whether the key may stand here.</summary>
    public bool Contains(string key) => Required.Contains(key) || Optional.Contains(key);
}
