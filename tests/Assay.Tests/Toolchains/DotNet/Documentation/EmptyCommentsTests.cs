using Assay.Toolchains.DotNet.Documentation;

namespace Assay.Tests.Toolchains.DotNet.Documentation;

/// <summary>A comment counts only where it tells a reader something.</summary>
public sealed class EmptyCommentsTests
{
    [Theory]
    [InlineData("/** */")]
    [InlineData("/** <summary></summary> */")]
    [InlineData("/**\n     * <summary>\n     * </summary>\n     */")]
    [InlineData("/// <summary></summary>")]
    [InlineData("/// <summary><see cref=\"A\"/></summary>")]
    [InlineData("/// <summary>x</summary>")]
    [InlineData("/// <summary><!-- says nothing at all --></summary>")]
    [InlineData("/// <summary/>\n    /// <param name=\"a\">The amount that is posted.</param>")]
    [InlineData("/// <inheritdoc/>")]
    [InlineData("/** <inheritdoc/> */")]
    public void A_comment_without_a_sentence_is_a_gap(string comment) =>
        Assert.Equal(("empty", 3), EmptyComments.In("A.cs", $"public class A\n{{\n    {comment}\n    public void M(int a) {{ }}\n}}\n").Select(found => (found.Rule, found.Line!.Value)).Single());

    [Theory]
    [InlineData("/// <summary>Posts an amount.</summary>")]
    [InlineData("/// Posts an amount.")]
    [InlineData("/// <summary>\n    /// Posts to <see cref=\"A\"/> at once.\n    /// </summary>")]
    [InlineData("/** <summary>Posts an amount.</summary> */")]
    [InlineData("/**\n     * <summary>\n     * Posts an amount.\n     * </summary>\n     */")]
    [InlineData("/*** no documentation ***/")]
    public void A_comment_with_a_sentence_is_none(string comment) =>
        Assert.Empty(EmptyComments.In("A.cs", $"public class A\n{{\n    {comment}\n    public void M(int a) {{ }}\n}}\n"));

    [Theory]
    [InlineData("public class A", "public override string ToString() => \"\";", true)]
    [InlineData("public sealed class A : IB", "public void M() { }", true)]
    [InlineData("public sealed class A<T>(int x)\n    : IB where T : class", "[Obsolete]\n    public void M() { }", true)]
    [InlineData("public class A<T> where T : class", "public void M() { }", false)]
    [InlineData("public class A // : IB", "public void M() { } // override", false)]
    [InlineData("internal class A", "public void M() { }", true)]
    public void What_inherits_nothing_needs_words_of_its_own(string type, string member, bool good) =>
        Assert.Equal(good ? 0 : 1, EmptyComments.In("A.cs", $"{type}\n{{\n    /// <inheritdoc/>\n    {member}\n}}\n").Count);

    [Fact]
    public void A_nested_type_with_a_base_does_not_speak_for_the_type_around_it() =>
        Assert.Single(EmptyComments.In("A.cs", "public class A\n{\n    private class N : B { }\n    /// <inheritdoc/>\n    public void M() { }\n}\n"));

    [Fact]
    public void A_cut_source_is_read_to_its_end()
    {
        const string Source = "public class A : B\n{\n    /** <summary>\n     * a */ public int X;\n    /// <inheritdoc/>\n    public void M() { }\n#line 3 \"x.cs\"\n}\n";
        for (int length = 0; length <= Source.Length; length++) Assert.InRange(EmptyComments.In("A.cs", Source[..length]).Count, 0, 3);
    }
}
