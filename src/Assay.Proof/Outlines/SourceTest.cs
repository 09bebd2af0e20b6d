using System.Collections.Immutable;
using Assay.Core.Sources;

namespace Assay.Proof.Outlines;

/// <summary>A test as its source shows it.</summary>
/// <param name="Name">As runners report it without arguments: <c>Namespace.Class.Method</c>, titles joined with <c> &gt; </c>, or <c>module.Class.test_x</c>; a title that is computed keeps its text, placeholders included.</param>
/// <param name="File">Relative to the repository.</param>
/// <param name="Lines">From its first attribute, decorator or call to its end, 1-based.</param>
/// <param name="Body">Its parameters and its body, without comments and with the white space between tokens made one: what tells a rename from another test.</param>
/// <param name="Assertions">The text of each of its assertions, in order, written as <paramref name="Body"/> is; one within another stands as <c>…</c> in the outer.</param>
/// <param name="Cases">The text of each row of its table, in order; empty where it has none.</param>
/// <param name="Skipped">Marked so that it does not run, or counts as passed when it fails.</param>
internal sealed record SourceTest(
    string Name, string File, LineSpan Lines, string Body, ImmutableArray<string> Assertions, ImmutableArray<string> Cases, bool Skipped)
{
    /// <summary>It asserts nothing, or only what is always true, such as <c>Assert.True(true)</c>.</summary>
    public bool Empty { get; init; }

    /// <summary>For each assertion what may keep it from running or from failing: the conditions around it, <c>try</c>, <c>return</c> before it; empty where nothing does.</summary>
    public ImmutableArray<string> Guards { get; init; } = [];

    /// <summary>Line of each assertion, 1-based.</summary>
    public ImmutableArray<int> AssertionLines { get; init; } = [];

    /// <summary>For each assertion whether it holds whatever the code does.</summary>
    public ImmutableArray<bool> Trivial { get; init; } = [];

    /// <summary>Attributes, decorators or options, without the rows of its table.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Under which conditions it is compiled or declared at all (<c>#if</c>, <c>if</c>); empty where always.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Marked so that no test without the mark runs (<c>.only</c>).</summary>
    public bool Only { get; init; }

    /// <summary>No test itself, but a function that asserts, which tests may call.</summary>
    public bool Helper { get; init; }

    /// <summary>Simple names of the functions that it calls and that this file does not hold: they may assert.</summary>
    public ImmutableArray<string> CallsElsewhere { get; init; } = [];
}
