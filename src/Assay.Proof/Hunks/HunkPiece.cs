using Assay.Core.Proofs;

namespace Assay.Proof.Hunks;

/// <summary>What is taken back alone: a hunk as git shows it, or one member of those that it adds.</summary>
/// <param name="Index">Place among the pieces of the component.</param>
/// <param name="Hunk">Place of its hunk among the hunks of the file: the pieces of one hunk share it.</param>
/// <param name="Taken">Lines at head that go when it is taken back.</param>
/// <param name="Returning">Lines at base that come back in their place.</param>
/// <param name="FirstLine">1-based line at head, with what lies around a member and holds no code; where lines were only removed, the line that now follows.</param>
/// <param name="LastLine">Less than <paramref name="FirstLine"/> where lines were only removed.</param>
/// <param name="Counts">A test has to ask for it; others are only taken back together with one that counts.</param>
internal sealed record HunkPiece(int Index, string File, int Hunk, LineRange Taken, LineRange Returning, int FirstLine, int LastLine, bool Counts)
{
    /// <summary>As a person finds it, e.g. <c>src/parse.ts:12-14</c>.</summary>
    public string Place => $"{File}:{HunkLines.Of(FirstLine, LastLine)}";
}

/// <summary>Lines of a file.</summary>
/// <param name="Start">How many lines come before.</param>
internal readonly record struct LineRange(int Start, int Count)
{
    public int End => Start + Count;

    /// <summary>A range as git writes it: 1-based, and with the line before where it is empty.</summary>
    public static LineRange OfGit(int start, int count) => new(count == 0 ? start : start - 1, count);
}
