using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Evidence.Json;

namespace Assay.Evidence.ThreatDragon;

/// <summary>Reads the shapes of a diagram from <c>detail.diagrams[].cells[]</c>.</summary>
internal static class DragonCells
{
    /// <summary>Farther out than any diagram reaches; keeps sums and products of coordinates in bounds.</summary>
    private const decimal Farthest = 1_000_000;

    internal static void ReadDiagram(JsonPull json, List<DragonCell> cells)
    {
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "diagramJson":
                    throw json.Mistake(EvidenceErrors.UnsupportedVersion, "a model of Threat Dragon 1; version 2 is read");
                case "cells" when json.BeginArray():
                    while (json.NextObject()) cells.Add(ReadCell(json));
                    break;
                case "cells":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static DragonCell ReadCell(JsonPull json)
    {
        var cell = new DragonCell();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    cell.Id = json.TakeText() ?? "";
                    break;
                case "position":
                    cell.Position = ReadPoint(json) ?? default;
                    break;
                case "size":
                    cell.Size = ReadPoint(json) ?? default;
                    break;
                case "source":
                    cell.Source = ReadEnd(json);
                    break;
                case "target":
                    cell.Target = ReadEnd(json);
                    break;
                case "vertices" when json.BeginArray():
                    cell.Vertices = ReadPoints(json);
                    break;
                case "vertices":
                    break;
                case "data" when json.BeginObject():
                    ReadData(json, cell);
                    break;
                case "data":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return cell;
    }

    private static void ReadData(JsonPull json, DragonCell cell)
    {
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "type":
                    cell.Type = json.TakeText() ?? "";
                    break;
                case "name":
                    cell.Name = string.Join(' ', (json.TakeText() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                    break;
                case "description":
                    cell.Description = json.TakeText();
                    break;
                case "threats" when json.BeginArray():
                    var threats = ImmutableArray.CreateBuilder<DragonThreat>();
                    while (json.NextObject()) threats.Add(ReadThreat(json));
                    cell.Threats = threats.ToImmutable();
                    break;
                case "threats":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static DragonThreat ReadThreat(JsonPull json)
    {
        var threat = new DragonThreat(null, null, null, null, null, null, null);
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "id":
                    threat = threat with { Id = json.TakeText() };
                    break;
                case "title":
                    threat = threat with { Title = json.TakeText() };
                    break;
                case "status":
                    threat = threat with { Status = json.TakeText() };
                    break;
                case "type":
                    threat = threat with { Type = json.TakeText() };
                    break;
                case "description":
                    threat = threat with { Description = json.TakeText() };
                    break;
                case "mitigation":
                    threat = threat with { Mitigation = json.TakeText() };
                    break;
                case "score":
                    threat = threat with { Score = json.TakeText() };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return threat;
    }

    private static DragonEnd ReadEnd(JsonPull json)
    {
        if (!json.BeginObject()) return default;
        string? cell = null;
        decimal? x = null, y = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "cell":
                    cell = json.TakeText();
                    break;
                case "x":
                    x = Take(json);
                    break;
                case "y":
                    y = Take(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return new DragonEnd(cell, x is { } right && y is { } down ? new DragonPoint(right, down) : null);
    }

    private static ImmutableArray<DragonPoint> ReadPoints(JsonPull json)
    {
        var points = ImmutableArray.CreateBuilder<DragonPoint>();
        while (json.NextObject())
            if (ReadRest(json) is { } point) points.Add(point);
        return points.ToImmutable();
    }

    private static DragonPoint? ReadPoint(JsonPull json) => json.BeginObject() ? ReadRest(json) : null;

    /// <summary>The rest of an object with <c>x</c> and <c>y</c>, or <c>width</c> and <c>height</c>.</summary>
    private static DragonPoint? ReadRest(JsonPull json)
    {
        decimal? x = null, y = null;
        while (json.NextKey())
        {
            if (json.Key is "x" or "width") x = Take(json);
            else if (json.Key is "y" or "height") y = Take(json);
            else json.Skip();
        }
        return x is { } right && y is { } down ? new DragonPoint(right, down) : null;
    }

    private static decimal? Take(JsonPull json) => json.TakeLooseDecimal() is { } number && Math.Abs(number) <= Farthest ? decimal.Round(number, 3) : null;
}
