using System.Collections.Immutable;
using Assay.Core;
using Assay.Core.Observations;
using Assay.Core.Yaml;
using Assay.Evidence.Records;
using static Assay.Evidence.Records.RecordFields;
using Keys = Assay.Evidence.ThreatModel.ThreatModelKeys;

namespace Assay.Evidence.ThreatModel;

/// <summary>Reads the document and reports every mistake in it, references to what it does not define included.</summary>
internal sealed class ThreatModelDocument
{
    private readonly RecordFields _fields = new();
    private readonly ThreatModelReferences _references = new();

    internal Core.Observations.ThreatModel? Read(string text, YamlMistakes mistakes)
    {
        if (YamlReader.Read(text, Keys.Root, mistakes) is not { } root)
        {
            return null;
        }
        RecordFields.Schema(root, Keys.Schema);
        var model = new Core.Observations.ThreatModel(
            Filled(root, "component"), Filled(root, "reviewed_by"), Day(root, "reviewed_on"),
            [.. root.Maps("assets", Keys.Asset).Select(ReadAsset)], [.. root.Maps("boundaries", Keys.Boundary).Select(ReadBoundary)],
            [.. root.Maps("elements", Keys.Element).Select(ReadElement)], [.. root.Maps("entry_points", Keys.EntryPoint).Select(ReadEntryPoint)],
            [.. root.Maps("flows", Keys.Flow).Select(ReadFlow)], [.. root.Maps("threats", Keys.Threat).Select(ReadThreat)]);
        _references.Check();
        return model;
    }

    private ModelAsset ReadAsset(YamlFields fields) =>
        new(Id(fields, "asset"), Filled(fields, "title") ?? "", fields.Choice<AssetClassification>("classification"), fields.Node.Line);

    private TrustBoundary ReadBoundary(YamlFields fields) =>
        new(Id(fields, "boundary"), Filled(fields, "title") ?? "", AllFilled(fields, "network_policies"), fields.Node.Line);

    private ModelElement ReadElement(YamlFields fields) =>
        new(Id(fields, "element"), Filled(fields, "title") ?? "", fields.Choice<ElementKind>("kind") ?? ElementKind.Process, Covers(fields), _references.To(fields, "holds", "asset"), NoThreats(fields), fields.Node.Line);

    private EntryPoint ReadEntryPoint(YamlFields fields) =>
        new(Id(fields, "entry point"), Filled(fields, "title") ?? "", _references.ToOne(fields, "element", "element"), fields.Node.Line);

    private ModelFlow ReadFlow(YamlFields fields) =>
        new(Id(fields, "flow"), _references.ToOne(fields, "from", "element"), _references.ToOne(fields, "to", "element"), _references.To(fields, "carries", "asset"), _references.To(fields, "crosses", "boundary"),
            NoThreats(fields), fields.Node.Line);

    private Threat ReadThreat(YamlFields fields) =>
        new(Id(fields, "threat"), Filled(fields, "title") ?? "", _references.ToOne(fields, "element", "element", "flow"), fields.Choice<StrideCategory>("category"), ReadDread(fields),
            [.. fields.Maps("mitigations", Keys.Mitigation).Select(ReadMitigation)], ReadAccepted(fields), fields.Node.Line);

    private static Dread? ReadDread(YamlFields threat) =>
        threat.Map("dread", Keys.Dread) is { } fields
            ? new Dread(Figure(fields, "damage"), Figure(fields, "reproducibility"), Figure(fields, "exploitability"), Figure(fields, "affected_users"), Figure(fields, "discoverability"))
            : null;

    private static int? Figure(YamlFields fields, string key)
    {
        if (fields.Number(key) is not { } figure)
        {
            return null;
        }
        if (figure is < 1 or > 10)
        {
            fields.Reject(key, $"'{key}' must be a figure from 1 to 10, found {figure}");
        }
        return figure;
    }

    private static Mitigation ReadMitigation(YamlFields fields) =>
        new(fields.Choice<MitigationKind>("kind"), Filled(fields, "what"), Filled(fields, "owner"), fields.Choice<MitigationStatus>("status"));

    private static RiskAcceptance? ReadAccepted(YamlFields threat) =>
        threat.Map("accepted", Keys.Accepted) is { } fields ? new RiskAcceptance(Filled(fields, "by"), Day(fields, "until"), Filled(fields, "reason")) : null;

    private static ImmutableArray<string> AllFilled(YamlFields fields, string key)
    {
        var texts = fields.TextNodes(key);
        foreach (var left in texts.Where(text => IsPlaceholder(text.Text)))
        {
            fields.Reject(left.Node, $"'{key}' {Core.Documents.Starters.IsLeft}", "Fill it in, or remove the entry.");
        }
        return [.. texts.Select(text => text.Text)];
    }

    private static ImmutableArray<string> Covers(YamlFields fields) => AllFilled(fields, "covers").Any(IsPlaceholder) ? [] : fields.Globs("covers");

    private static ImmutableSortedDictionary<StrideCategory, string> NoThreats(YamlFields fields)
    {
        var reasons = ImmutableSortedDictionary.CreateBuilder<StrideCategory, string>();
        if (fields.Map("no_threat", Keys.NoThreat) is { } map)
        {
            foreach (var key in Keys.NoThreat.All)
            {
                if (map.Has(key) && Filled(map, key) is { } reason)
                {
                    reasons[Snake.Parse<StrideCategory>(key)!.Value] = reason;
                }
            }
        }
        return reasons.ToImmutable();
    }

    private string Id(YamlFields fields, string kind)
    {
        var id = _fields.Id(fields) ?? "";
        _references.Define(id, kind);
        return id;
    }
}
