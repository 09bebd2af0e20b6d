namespace Assay.Core.Sources;

/// <summary>What a source line holds. Where it is in doubt, a line is <see cref="Code"/>.</summary>
public enum LineKind : byte
{
    /// <summary>Blank, comment, lone punctuation, import, preprocessor line, attribute: nothing that could run.</summary>
    NoCode,

    /// <summary>A signature, a type's header, a field or constant without a computed value, an auto-property, a decorator.</summary>
    Declaration,

    /// <summary>Part of a statement or of a computed value.</summary>
    Code,
}
