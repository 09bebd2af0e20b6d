using System.Collections.Immutable;
using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reads the checklists: names of criteria under the name of each list.</summary>
internal static class ChecklistLoader
{
    public static ImmutableArray<Checklist> Load(YamlFields root, ImmutableArray<Gate> gates)
    {
        var known = gates.SelectMany(gate => gate.Criteria).DistinctBy(criterion => criterion.Id).ToDictionary(criterion => criterion.Id);
        var ids = new UniqueIds();
        return [.. root.Maps("checklists", StandardKeys.Checklist).Select(Load)];

        Checklist Load(YamlFields fields)
        {
            var list = new Checklist(fields.Identifier("id", Ids.IsSnake, "functional"), fields.Texts("criteria"));
            if (fields["criteria"] is YamlSequence { Items.IsEmpty: true }) fields.Reject("criteria", $"checklist {list.Id} has no criterion", "A checklist without criteria would always hold.");
            foreach (var id in list.Criteria.Where(id => !known.ContainsKey(id)))
                fields.Reject("criteria", $"there is no criterion {Shown.Short(id)}", Nearest.Of(id, known.Keys, 1) is [var near] ? $"Did you mean {near}?" : null);
            foreach (var id in list.Criteria.Where(id => known.GetValueOrDefault(id)?.Fact == Facts.FactNames.ChecklistsHeld))
                fields.Reject("criteria", $"{id} asks for the checklists themselves");
            ids.Add(fields, list.Id);
            return list;
        }
    }
}
