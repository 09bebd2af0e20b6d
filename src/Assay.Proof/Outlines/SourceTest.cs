using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>A test as its source shows it.</summary>
/// <param name="Name">As runners report it without arguments: <c>Namespace.Class.Method</c>, titles joined with <c> &gt; </c>, or <c>module.Class.test_x</c>; a title that is computed keeps its text, placeholders included.</param>
/// <param name="File">Relative to the repository.</param>
/// <param name="Lines">From its first attribute, decorator or call to its end, 1-based.</param>
/// <param name="Body">The text between, without comments and with every run of white space as one space: what tells a rename from another test.</param>
/// <param name="Assertions">The text of each of its assertions, in order, written as <paramref name="Body"/> is.</param>
/// <param name="Cases">The text of each row of its table, in order; empty where it has none.</param>
/// <param name="Skipped">Marked so that it does not run.</param>
internal sealed record SourceTest(
    string Name, string File, LineSpan Lines, string Body, ImmutableArray<string> Assertions, ImmutableArray<string> Cases, bool Skipped)
{
    /// <summary>It asserts nothing, or only what is always true, such as <c>Assert.True(true)</c>.</summary>
    public bool Empty { get; init; }
}
