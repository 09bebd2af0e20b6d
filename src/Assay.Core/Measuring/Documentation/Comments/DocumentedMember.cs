using Assay.Core.Sources;

namespace Assay.Core.Measuring.Documentation.Comments;

/// <summary>A member of an interface to others and the comment that describes it.</summary>
/// <param name="Name">As the source spells it.</param>
/// <param name="Comment">The comment's words, without its signs and blanks.</param>
/// <param name="Lines">Signature and body; a type's signature alone, since its members have comments of their own.</param>
internal sealed record DocumentedMember(string Name, string Comment, LineSpan Lines)
{
    /// <summary>Where the comment stands within the lines (Python); null where it stands before them.</summary>
    public LineSpan? CommentLines { get; init; }
}
