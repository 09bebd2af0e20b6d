using System.Collections.Immutable;
using Assay.Core.Observations;
using Assay.Core;

namespace Assay.Evidence.ThreatDragon;

/// <summary>Makes a threat model of what the diagrams show.</summary>
/// <param name="reviewer">The model's field of that name.</param>
/// <param name="notes">Lines of the model's description.</param>
/// <param name="cells">The shapes of all diagrams.</param>
internal sealed class DragonModel(string? reviewer, DragonNotes notes, IReadOnlyCollection<DragonCell> cells)
{
    private readonly Dictionary<string, DragonCell> _cells = cells.Where(cell => cell.Id.Length > 0).GroupBy(cell => cell.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First());
    private readonly Dictionary<DragonCell, string> _names = new(ReferenceEqualityComparer.Instance);

    internal Core.Observations.ThreatModel Build()
    {
        Name();
        var boundaries = cells.Where(cell => cell.IsBoundary).ToList();
        var elements = cells.Where(cell => cell.IsElement).Select(Element).ToList();
        var flows = cells.Where(cell => cell.Type == "tm.Flow" && End(cell.Source) is not null && End(cell.Target) is not null).Select(cell => Flow(cell, boundaries)).ToList();
        return new Core.Observations.ThreatModel(
            notes.Text("component"), reviewer, notes.Day("reviewed on"), [.. notes.Texts("asset").Select(Asset)],
            [.. boundaries.Select(cell => new TrustBoundary(_names[cell], cell.Name, new DragonNotes(cell.Description).List("network policies")))],
            [.. elements.Select(pair => pair.Element)],
            [.. cells.Where(cell => cell.IsElement).SelectMany(cell => new DragonNotes(cell.Description).Texts("entry point").Select(title => new EntryPoint(title, title, _names[cell])))],
            [.. flows.Select(pair => pair.Flow)],
            [.. elements.SelectMany(pair => pair.Threats), .. flows.SelectMany(pair => pair.Threats)]);
    }

    /// <summary>Shapes go by their names, which people know, unlike their ids; where two have the same name, the second is told apart.</summary>
    private void Name()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var name = cell.Name.Length == 0 ? "(without a name)" : cell.Name;
            var unique = name;
            for (var again = 2; !taken.Add(unique); again++) unique = $"{name} ({again})";
            _names[cell] = unique;
        }
    }

    private (ModelElement Element, ImmutableArray<Threat> Threats) Element(DragonCell cell)
    {
        var (threats, reasons) = DragonThreats.Of(cell, _names[cell]);
        var said = new DragonNotes(cell.Description);
        var kind = cell.Type switch { "tm.Actor" => ElementKind.External, "tm.Store" => ElementKind.Store, _ => ElementKind.Process };
        return (new ModelElement(_names[cell], cell.Name, kind, said.Globs("covers"), said.List("holds"), reasons), threats);
    }

    private (ModelFlow Flow, ImmutableArray<Threat> Threats) Flow(DragonCell cell, List<DragonCell> boundaries)
    {
        var (threats, reasons) = DragonThreats.Of(cell, _names[cell]);
        var crosses = boundaries.Where(boundary => DragonGeometry.Crosses(cell, boundary, _cells)).Select(boundary => _names[boundary]);
        return (new ModelFlow(_names[cell], End(cell.Source)!, End(cell.Target)!, new DragonNotes(cell.Description).List("carries"), [.. crosses], reasons), threats);
    }

    private string? End(DragonEnd end) => end.Cell is { } id && _cells.TryGetValue(id, out var cell) && cell.IsElement ? _names[cell] : null;

    /// <summary><c>card, cardholder, Card numbers</c>: id, classification, title.</summary>
    private static ModelAsset Asset(string line)
    {
        var parts = line.Split(',', 3, StringSplitOptions.TrimEntries);
        return new ModelAsset(parts[0], parts.Length > 2 ? parts[2] : parts[0], parts.Length > 1 ? Snake.Parse<AssetClassification>(parts[1].ToLowerInvariant()) : null);
    }
}
