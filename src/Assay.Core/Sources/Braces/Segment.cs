namespace Assay.Core.Sources.Braces;

/// <summary>What is known of the statement, member or argument being read, from its tokens outside nested brackets. Indexes are -1 where there is none.</summary>
internal struct Segment
{
    public static readonly Segment Empty = new() { Start = -1, Assign = -1, Arrow = -1, Computed = -1, Angles = 0 };

    public int Start;
    public int Words;

    /// <summary>The first <c>=</c>, unless an arrow came before.</summary>
    public int Assign;

    /// <summary>The first arrow, unless an <c>=</c> came before.</summary>
    public int Arrow;

    /// <summary>From here on the text of a declaration runs code: a constructor's initialiser.</summary>
    public int Computed;

    public int Angles;

    /// <summary>A parameter or argument list was seen.</summary>
    public bool Parens;

    /// <summary>Brackets, an arrow or a hole behind <see cref="Assign"/>: the value is computed.</summary>
    public bool Calls;

    /// <summary>The parentheses of if, for, while and the like end this segment.</summary>
    public bool Control;

    public bool New;
    public bool Function;
    public bool Switch;
    public bool Pattern;
    public bool Where;
    public bool Constant;
    public bool Colon;

    /// <summary>Only words that can stand before a declaration so far.</summary>
    public bool PastHead;

    /// <summary>The declaration stands at the head of a statement, so that its closing brace ends it.</summary>
    public bool AtHead;

    public TypeWord Type;

    public readonly bool IsEmpty => Start < 0;
}

internal enum TypeWord : byte
{
    None,
    Type,
    Enum,
    Namespace,

    /// <summary>Exists for the type checker only: interface, type alias, <c>declare</c>.</summary>
    Erased,

    /// <summary>Like <see cref="Erased"/>, and its braces may stand within it: <c>type X = { … } | { … }</c>.</summary>
    ErasedExpression,
}
