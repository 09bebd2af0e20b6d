namespace Assay.Core.Sources.Lexing;

/// <summary>A string or JSX element that is open around the present expression, and how to go on with it after the expression.</summary>
internal sealed class Nesting
{
    /// <summary>Brackets open within the present hole.</summary>
    public int Depth { get; set; }

    /// <summary>The quotes that end the text (one, or three and more).</summary>
    public int Quotes { get; init; } = 1;

    public char Quote { get; init; } = '"';

    /// <summary>Braces that open a hole; in C# raw strings as many as there are dollar signs.</summary>
    public int Braces { get; init; } = 1;

    /// <summary>No escapes by backslash, and line ends are text.</summary>
    public bool Verbatim { get; init; }

    public bool IsJsx { get; init; }

    /// <summary>JSX elements open at present.</summary>
    public int Elements { get; set; }

    /// <summary>In JSX: the hole is in a tag, not among the children.</summary>
    public bool InTag { get; set; }

    /// <summary>In JSX: the tag with the hole is a closing one.</summary>
    public bool Closing { get; set; }

    /// <summary>In JSX: the name of the tag with the hole.</summary>
    public string Name { get; set; } = "";
}
