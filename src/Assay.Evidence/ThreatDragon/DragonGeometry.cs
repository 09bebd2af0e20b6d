namespace Assay.Evidence.ThreatDragon;

/// <summary>Whether a flow crosses a trust boundary, which Threat Dragon only draws: a box with one of the flow's ends in it, or a curve that the flow's line meets.</summary>
internal static class DragonGeometry
{
    internal static bool Crosses(DragonCell flow, DragonCell boundary, IReadOnlyDictionary<string, DragonCell> cells)
    {
        if (boundary.Type == "tm.BoundaryBox")
        {
            return Place(flow.Source, cells) is { } from && Place(flow.Target, cells) is { } to && IsIn(from, boundary) != IsIn(to, boundary);
        }
        var (line, curve) = (Line(flow, cells), Line(boundary, cells));
        for (var i = 1; i < line.Count; i++)
            for (var j = 1; j < curve.Count; j++)
                if (Meet(line[i - 1], line[i], curve[j - 1], curve[j])) return true;
        return false;
    }

    private static List<DragonPoint> Line(DragonCell cell, IReadOnlyDictionary<string, DragonCell> cells) =>
        [.. new[] { Place(cell.Source, cells) }.Concat(cell.Vertices.Select(point => (DragonPoint?)point)).Append(Place(cell.Target, cells)).OfType<DragonPoint>()];

    private static DragonPoint? Place(DragonEnd end, IReadOnlyDictionary<string, DragonCell> cells) =>
        end.Cell is { } id ? cells.TryGetValue(id, out var cell) ? cell.Middle : null : end.Point;

    private static bool IsIn(DragonPoint point, DragonCell box) =>
        point.X >= box.Position.X && point.X <= box.Position.X + box.Size.X && point.Y >= box.Position.Y && point.Y <= box.Position.Y + box.Size.Y;

    private static bool Meet(DragonPoint a, DragonPoint b, DragonPoint c, DragonPoint d) =>
        Side(a, b, c) * Side(a, b, d) <= 0 && Side(c, d, a) * Side(c, d, b) <= 0
        && Overlap(a.X, b.X, c.X, d.X) && Overlap(a.Y, b.Y, c.Y, d.Y);

    private static int Side(DragonPoint a, DragonPoint b, DragonPoint p) => Math.Sign(((b.X - a.X) * (p.Y - a.Y)) - ((b.Y - a.Y) * (p.X - a.X)));

    private static bool Overlap(decimal a, decimal b, decimal c, decimal d) => Math.Max(Math.Min(a, b), Math.Min(c, d)) <= Math.Min(Math.Max(a, b), Math.Max(c, d));
}
