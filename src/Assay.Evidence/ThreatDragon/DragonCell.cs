using System.Collections.Immutable;

namespace Assay.Evidence.ThreatDragon;

/// <summary>A point of a diagram, in its pixels.</summary>
internal readonly record struct DragonPoint(decimal X, decimal Y);

/// <summary>One end of a flow or of a boundary's curve: a cell, or a point.</summary>
internal readonly record struct DragonEnd(string? Cell, DragonPoint? Point);

/// <summary>A threat as Threat Dragon keeps it.</summary>
internal sealed record DragonThreat(string? Id, string? Title, string? Status, string? Type, string? Description, string? Mitigation, string? Score);

/// <summary>A shape of a diagram.</summary>
internal sealed record DragonCell
{
    public string Id { get; set; } = "";
    public string Type { get; set; } = "";
    public string Name { get; set; } = "";
    public string? Description { get; set; }
    public DragonPoint Position { get; set; }
    public DragonPoint Size { get; set; }
    public DragonEnd Source { get; set; }
    public DragonEnd Target { get; set; }
    public ImmutableArray<DragonPoint> Vertices { get; set; } = [];
    public ImmutableArray<DragonThreat> Threats { get; set; } = [];

    public bool IsElement => Type is "tm.Actor" or "tm.Process" or "tm.Store";
    public bool IsBoundary => Type.StartsWith("tm.Boundary", StringComparison.Ordinal) || Type == "tm.Trust-Boundary";

    public DragonPoint Middle => new(Position.X + (Size.X / 2), Position.Y + (Size.Y / 2));
}
