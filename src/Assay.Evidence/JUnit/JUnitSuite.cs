using Assay.Evidence.Xml;

namespace Assay.Evidence.JUnit;

/// <summary>A suite that is being read: what it says that it holds, and what was seen in it.</summary>
internal sealed class JUnitSuite(XmlCursor cursor, JUnitSuite? parent, int firstCase)
{
    public string? File { get; } = cursor.Attribute("file") ?? parent?.File;
    public JUnitSuite? Parent => parent;

    /// <summary>Index of its first case among all.</summary>
    public int FirstCase => firstCase;

    /// <summary>As the <c>tests</c> attribute states them.</summary>
    public int? Tests { get; } = cursor.Count("tests");
    public int Errors { get; } = cursor.Count("errors") ?? 0;
    public int Failures { get; } = cursor.Count("failures") ?? 0;
    public int Skipped { get; } = (cursor.Count("skipped") ?? 0) + (cursor.Count("disabled") ?? 0);
    public int? Line { get; } = cursor.Place.Line;

    /// <summary>Cases and suites right in it.</summary>
    public int Children { get; set; }

    /// <summary>An element around it has stated a count that covers it.</summary>
    public bool Covered => parent is not null && (parent.Tests is not null || parent.Covered);

    /// <summary>Names of the suites around a case, outermost first.</summary>
    public string Path { get; } = Joined(parent?.Path ?? "", parent is null && cursor.Name == "testsuites" ? "" : cursor.Attribute("name")?.Trim() ?? "");

    private static string Joined(string outer, string name) => outer.Length == 0 ? name : name.Length == 0 ? outer : $"{outer} > {name}";
}
