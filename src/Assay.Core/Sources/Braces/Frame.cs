namespace Assay.Core.Sources.Braces;

internal enum FrameKind : byte
{
    File,
    Namespace,
    Type,
    Enum,
    Accessors,

    /// <summary>Body of a function, an accessor, a lambda or an initialiser.</summary>
    Body,

    /// <summary>Block of if, for, try and the like.</summary>
    Block,

    /// <summary>Members of an interface or of a type alias: nothing in it runs.</summary>
    TypeLiteral,

    /// <summary>Braces within an expression: object or collection initialiser, pattern, switch expression.</summary>
    Expression,
    Parentheses,
    Brackets,
    Hole,
}

/// <summary>A bracket that is open, and the statement that is being read directly within it.</summary>
internal sealed class Frame(FrameKind kind, Frame? parent, int open)
{
    public FrameKind Kind { get; set; } = kind;

    public Frame? Parent { get; } = parent;

    /// <summary>A brace is open, be it this frame's or one further out.</summary>
    public bool InBraces { get; } = parent is not null && (parent.InBraces || kind is not (FrameKind.Parentheses or FrameKind.Brackets or FrameKind.Hole));

    /// <summary>Index of the opening token; -1 for the file.</summary>
    public int Open { get; } = open;

    public Segment Segment = Segment.Empty;

    /// <summary>The statement around goes on behind the closing brace: a lambda, an anonymous class.</summary>
    public bool Continues { get; init; }

    public bool IsHandler { get; set; }

    /// <summary>Arguments of a promise's <c>.catch(…)</c>.</summary>
    public bool IsCatchCall { get; init; }

    /// <summary>Where this frame's spans stand once it was closed; branches of <c>#if</c> can close it again.</summary>
    public int BodyIndex { get; set; } = -1;

    public int HandlerIndex { get; set; } = -1;

    /// <summary>Has statements or members of its own; otherwise its tokens belong to the statement around.</summary>
    public bool Owns => Kind < FrameKind.Expression;

    public bool HoldsStatements => Kind is FrameKind.Body or FrameKind.Block;
}
