using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Standards.Loading;
using Assay.Core.Yaml;

namespace Assay.Core.Standards;

/// <summary>Reads a standard and validates it completely.</summary>
public static class StandardLoader
{
    /// <summary>The standard in a text of schema <c>assay/standard/v1</c>.</summary>
    /// <param name="displayName">The file as messages name it.</param>
    /// <param name="digest"><c>sha256:…</c> of the file's bytes.</param>
    /// <exception cref="AssayException">It has mistakes; all of them, with their places.</exception>
    public static Standard Load(string text, string displayName, string digest)
    {
        var mistakes = new YamlMistakes(displayName, StandardErrors.StandardInvalid);
        var standard = YamlReader.Read(text, StandardKeys.Root, mistakes) is { } root ? Read(root, digest) : null;
        mistakes.ThrowIfAny();
        return standard!;
    }

    private static Standard Read(YamlFields root, string digest)
    {
        if (root.Text("schema") is { } schema && schema != StandardKeys.Schema)
            root.Reject("schema", $"schema is '{Shown.Short(schema)}'", $"This version reads {StandardKeys.Schema}.");
        var name = root.Identifier("name", Ids.IsKebab, "payments-strict");
        var version = root.Identifier("version", Ids.IsVersion, "1.0.0");
        var routing = RoutingLoader.Load(root);
        var gates = Gates(root);
        return new Standard(name, version, digest, routing, gates, TargetsLoader.Load(root)) { Checklists = ChecklistLoader.Load(root, gates) };
    }

    private static ImmutableArray<Gate> Gates(YamlFields root)
    {
        var fields = root.Maps("gates", StandardKeys.Gate);
        if (root["gates"] is YamlSequence { Items.IsEmpty: true }) root.Reject("gates", "there is no gate", "A standard without gates would judge nothing.");
        var gates = new UniqueIds();
        var criteria = new UniqueIds();
        return [.. fields.Select(gate => Gate(gate, gates, criteria))];
    }

    private static Gate Gate(YamlFields gate, UniqueIds gates, UniqueIds criteria)
    {
        var id = gate.Identifier("id", Ids.IsSnake, "code_quality");
        gates.Add(gate, id);
        if (gate["criteria"] is YamlSequence { Items.IsEmpty: true }) gate.Reject("criteria", $"gate {id} has no criterion", "A gate without criteria would always pass.");
        return new Gate(id, gate.Text("title") ?? "", gate.Text("why") ?? "",
            [.. gate.Maps("criteria", StandardKeys.Criterion).Select(criterion => CriterionLoader.Load(criterion, criteria))]);
    }
}
