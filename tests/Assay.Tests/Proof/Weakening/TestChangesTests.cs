using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Proof.Weakening;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Weakening;

/// <summary>Every way in which a test can be made to demand less is named, and nothing else is.</summary>
public sealed class TestChangesTests
{
    [Theory]
    [InlineData("Assert.Equal(1, F());", "Assert.NotNull(F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1, F());", "Assert.InRange(F(), 0, 9);", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1.5, F());", "Assert.Equal(1.5, F(), 1);", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(\"a\", F());", "Assert.Contains(\"a\", F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(\"a\", F());", "Assert.Equal(\"a\", F(), ignoreCase: true);", Weakness.AssertionLoosened)]
    [InlineData("Assert.Throws<IOException>(() => F());", "Assert.ThrowsAny<Exception>(() => F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Throws<IOException>(() => F());", "Assert.Throws<Exception>(() => F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Single(F());", "Assert.NotEmpty(F());", Weakness.AssertionLoosened)]
    [InlineData("F().Should().Be(1);", "F().Should().NotBeNull();", Weakness.AssertionLoosened)]
    [InlineData("Assert.That(F(), Is.EqualTo(1));", "Assert.That(F(), Is.Not.Null);", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1, F());", "if (ready) Assert.Equal(1, F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1, F());", "try { Assert.Equal(1, F()); } catch { }", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1, F());", "if (!ready) return; Assert.Equal(1, F());", Weakness.AssertionLoosened)]
    [InlineData("await Assert.ThrowsAsync<IOException>(() => F());", "Assert.ThrowsAsync<IOException>(() => F());", Weakness.AssertionLoosened)]
    [InlineData("Assert.Equal(1, F()); Assert.Equal(2, G());", "Assert.Equal(1, F());", Weakness.AssertionRemoved)]
    [InlineData("Assert.Equal(1, F()); Assert.Equal(2, G());", "Assert.Equal(1, F()); Assert.True(true);", Weakness.AssertionRemoved)]
    [InlineData("Assert.Equal(1, F());", "F();", Weakness.Emptied)]
    [InlineData("Assert.Equal(1, F());", "// Assert.Equal(1, F());", Weakness.Emptied)]
    [InlineData("Assert.Equal(1, F());", "Assert.Equal(1, 1);", Weakness.Emptied)]
    [InlineData("Assert.Equal(1, F());", "Assert.Equal(F(), F());", Weakness.Emptied)]
    public void A_weaker_body_of_a_CSharp_test_is_named(string before, string after, Weakness weakness) =>
        Assert.Equal([weakness], Changed("ATests.cs", CSharp(before), CSharp(after)).Weakened.Select(one => one.Weakness).Distinct());

    [Theory]
    [InlineData("expect(f()).toBe(1)", "expect(f()).toBeDefined()", Weakness.AssertionLoosened)]
    [InlineData("expect(f()).toEqual({ a: 1, b: 2 })", "expect(f()).toMatchObject({ a: 1 })", Weakness.AssertionLoosened)]
    [InlineData("expect(f()).toEqual({ a: 1 })", "expect(f()).toEqual(expect.anything())", Weakness.AssertionLoosened)]
    [InlineData("expect(f()).toBeCloseTo(1.5, 5)", "expect(f()).toBeCloseTo(1.5, 1)", Weakness.AssertionLoosened)]
    [InlineData("expect(() => f()).toThrow('no a')", "expect(() => f()).toThrow()", Weakness.AssertionLoosened)]
    [InlineData("await expect(f()).resolves.toBe(1)", "expect(f()).resolves.toBe(1)", Weakness.AssertionLoosened)]
    [InlineData("expect(f()).toBe(1)", "ready && expect(f()).toBe(1)", Weakness.AssertionLoosened)]
    [InlineData("expect(f()).toBe(1)", "expect(f())", Weakness.Emptied)]
    [InlineData("expect(f()).toBe(1)", "expect(1).toBe(1)", Weakness.Emptied)]
    public void A_weaker_body_of_a_script_test_is_named(string before, string after, Weakness weakness) =>
        Assert.Equal([weakness], Changed("a.test.ts", Script(before), Script(after)).Weakened.Select(one => one.Weakness).Distinct());

    [Theory]
    [InlineData("assert f() == 1", "assert f()", Weakness.AssertionLoosened)]
    [InlineData("assert f() == 1.5", "assert f() == pytest.approx(1.5)", Weakness.AssertionLoosened)]
    [InlineData("assert f() == 'abc'", "assert 'a' in f()", Weakness.AssertionLoosened)]
    [InlineData("self.assertEqual(f(), 1)", "self.assertIsNotNone(f())", Weakness.AssertionLoosened)]
    [InlineData("with pytest.raises(ValueError): f()", "with pytest.raises(Exception): f()", Weakness.AssertionLoosened)]
    [InlineData("assert f() == 1", "assert (f() == 1, 'always true')", Weakness.Emptied)]
    [InlineData("assert f() == 1", "pass", Weakness.Emptied)]
    public void A_weaker_body_of_a_Python_test_is_named(string before, string after, Weakness weakness) =>
        Assert.Equal([weakness], Changed("test_a.py", $"def test_a():\n    {before}\n", $"def test_a():\n    {after}\n").Weakened.Select(one => one.Weakness).Distinct());

    [Theory]
    [InlineData("Assert.Equal(1, F());", "Assert.Equal(2, F());")]
    [InlineData("Assert.True(F());", "Assert.False(F());")]
    [InlineData("var expected = \"a\"; Assert.Equal(expected, F());", "var expected = \"b\"; Assert.Equal(expected, F());")]
    [InlineData("Assert.Equal(4, F(2));", "Assert.Equal(4, F(3));")]
    [InlineData("Assert.Throws<IOException>(() => F());", "Assert.Throws<FormatException>(() => F());")]
    public void Another_expectation_is_told_apart_from_a_weaker_test(string before, string after)
    {
        var changes = Changed("ATests.cs", CSharp(before), CSharp(after));

        Assert.Empty(changes.Weakened);
        Assert.Equal(Weakness.ExpectationChanged, Assert.Single(changes.Expectations).Weakness);
    }

    [Theory]
    [InlineData("Assert.NotNull(F());", "Assert.Equal(1, F());")]
    [InlineData("Assert.Equal(1, F());", "Assert.Equal( 1,\n F( ) );")]
    [InlineData("Assert.Equal(1, F());", "Assert.Equal(1, F()); Assert.Equal(2, G());")]
    [InlineData("var a = F(); Assert.Equal(1, a);", "var b = F(); Assert.Equal(1, b);")]
    [InlineData("Assert.Equal(1, F());", "/* said */ Assert.Equal(1, F()); // why")]
    public void A_test_that_demands_as_much_is_not_weakened(string before, string after)
    {
        var changes = Changed("ATests.cs", CSharp(before), CSharp(after));

        Assert.Empty(changes.Weakened);
        Assert.Empty(changes.Expectations);
    }

    [Theory]
    [InlineData("[Fact(Skip = \"later\")] public void A() { Assert.Equal(1, F()); }", Weakness.Skipped)]
    [InlineData("[Fact, Explicit] public void A() { Assert.Equal(1, F()); }", Weakness.Skipped)]
    [InlineData("public void A() { Assert.Equal(1, F()); }", Weakness.Deleted)]
    [InlineData("/* [Fact] public void A() { Assert.Equal(1, F()); } */", Weakness.Deleted)]
    [InlineData("\n#if NEVER\n[Fact] public void A() { Assert.Equal(1, F()); }\n#endif\n", Weakness.Deleted)]
    public void A_test_that_does_not_run_any_more_is_named(string after, Weakness weakness)
    {
        var changes = Changed("ATests.cs", "class C { [Fact] public void A() { Assert.Equal(1, F()); } }", $"class C {{ {after} }}");

        Assert.Equal((weakness, "C.A"), changes.Weakened.Select(one => (one.Weakness, one.Test)).First());
    }

    [Fact]
    public void A_deleted_file_and_a_mark_that_excludes_others_are_named()
    {
        var deleted = Of(new FakeTree(("ATests.cs", CSharp("Assert.Equal(1, F());"))), new FakeTree(), new ChangedFile("ATests.cs", null, ChangeKind.Deleted, []));
        var only = Changed("a.test.ts", Script("expect(f()).toBe(1)"), Script("expect(f()).toBe(1)").Replace("test(", "test.only(", StringComparison.Ordinal));
        var settings = Of(new FakeTree(), new FakeTree(), new ChangedFile("vitest.config.ts", null, ChangeKind.Modified, [new Hunk(3, [], 3, ["  exclude: ['a.test.ts'],"])]));

        Assert.Equal(Weakness.Deleted, Assert.Single(deleted.Weakened).Weakness);
        Assert.Equal(Weakness.Excluded, Assert.Single(only.Weakened).Weakness);
        Assert.Equal(("vitest.config.ts", 3), settings.Weakened.Select(one => (one.File, one.Line)).Single());
    }

    [Fact]
    public void A_helper_that_asserts_less_is_named()
    {
        const string Before = "class C { [Fact] public void A() { Holds(F()); } void Holds(int a) { Assert.Equal(1, a); } }";

        var loosened = Changed("ATests.cs", Before, Before.Replace("Assert.Equal(1, a)", "Assert.NotEqual(0, a)", StringComparison.Ordinal));
        var emptied = Changed("ATests.cs", Before, Before.Replace("Assert.Equal(1, a);", "", StringComparison.Ordinal));

        Assert.Equal((Weakness.AssertionLoosened, "C.Holds"), loosened.Weakened.Select(one => (one.Weakness, one.Test)).Single());
        Assert.Contains("C.A", loosened.Changed);
        Assert.Equal(["C.Holds", "C.A"], emptied.Weakened.Where(one => one.Weakness == Weakness.Emptied).Select(one => one.Test));
    }

    private static string CSharp(string body) => $"class C {{ [Fact] public async Task A() {{ {body} }} }}";

    private static string Script(string body) => $"describe('a', () => {{ test('b', async () => {{ {body}; }}); }});";

    internal static TestChanges Changed(string path, string before, string after, ImmutableArray<string>? atBase = null, ImmutableArray<string>? atHead = null) =>
        TestChanges.Of("c", [new ChangedFile(path, null, ChangeKind.Modified, [])], new FakeTree((path, before)), new FakeTree((path, after)), atBase ?? [], atHead ?? []);

    internal static TestChanges Of(FakeTree before, FakeTree after, params ImmutableArray<ChangedFile> files) => TestChanges.Of("c", files, before, after, [], []);
}
