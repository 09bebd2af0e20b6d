using Assay.Core.Yaml;

namespace Assay.Evidence.OpenApi;

/// <summary>Looks into a document of whatever form; what is not as expected is as good as absent.</summary>
internal static class OpenApiNodes
{
    internal static YamlNode? Get(this YamlMapping mapping, string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == key) return entry.Value;
        }
        return null;
    }

    internal static string Text(this YamlMapping mapping, string key) => mapping.Get(key) is YamlScalar scalar && !scalar.IsNothing() ? scalar.Text.Trim() : "";

    /// <summary>Null, an empty text, list or mapping: it shows nobody anything.</summary>
    internal static bool IsNothing(this YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Type == ScalarType.Null || string.IsNullOrWhiteSpace(scalar.Text),
        YamlSequence sequence => sequence.Items.IsEmpty,
        YamlMapping mapping => mapping.Entries.IsEmpty,
        _ => true,
    };
}
