using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reports an id that stands twice.</summary>
internal sealed class UniqueIds
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public void Add(YamlFields fields, string id)
    {
        if (id.Length == 0 || _lines.TryAdd(id, fields.Node.Line)) return;
        fields.Reject("id", $"{id} stands twice; first in line {_lines[id]}", "Give one of them another id.");
    }
}
