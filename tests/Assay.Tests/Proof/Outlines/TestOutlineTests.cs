using Assay.Proof.Outlines;

namespace Assay.Tests.Proof.Outlines;

/// <summary>The tests of a source, told from its text.</summary>
public sealed class TestOutlineTests
{
    private const string CSharp = """"
        namespace A.B;
        public class Outer
        {
            public static TheoryData<int, int> Rows => new() { { 1, 2 }, { 3, 4 } };
            [Fact] public void One() => Assert.Equal(1, F());
            [Fact(Skip = "later"), Trait("a", "b")] public void Two() { F().Should().Be(1); }
            [Xunit.TheoryAttribute]
            [InlineData(1, "a]")] [InlineData(2, "b")]
            public void Three(int a, string b) { Holds(a); }
            [Theory, MemberData(nameof(Rows))] public void Four(int a, int b) { Assert.True(true); }
            [Test] public void Five() { var s = """ [Fact] void No() { Assert.Equal(1, 2); } """; /* Assert.Equal(1, F()); */ F(); }
            private void Holds(int a) { if (a > 0) { Assert.Equal(a, F()); } }
        #if WINDOWS
            [Fact] public void Six() { Assert.Multiple(() => { Assert.Equal(1, F()); Assert.Equal(2, G()); }); }
        #endif
            public class Nested { [WindowsFact] public void Seven() { try { Assert.Equal(1, F()); } catch { } } }
        }
        """";

    private const string Script = """
        const tests = [{ input: "a", out: 1 }, { input: "b", out: 2 }];
        describe("it's", () => {
          for (const t of tests) { test(`reads ${t.input}`, () => { expect(read(t.input)).toBe(t.out); }); }
          it.skip("skipped", () => { expect(f()).toBe(1); });
          it.only("only", () => { holds(3); });
          xit("crossed", function () { assert.equal(f(), 2); });
          it("nothing", () => { expect(f()); const s = "expect(1).toBe(2)"; /it("no", () => {})/.exec(s); });
          it.each`
            a    | b
            ${1} | ${2}
            ${3} | ${4}
          `("adds $a", ({ a, b }) => { expect(add(a)).toEqual(b); });
          test("unwaited", () => { expect(p()).resolves.toBe(1); });
          test("outer", async (t) => { await t.test("inner", () => { if (x) return; assert.ok(f()); }); });
        });
        function holds(x) { expect(g(x)).toBe(1); }
        """;

    private const string Python = """"
        import pytest
        ROWS = [(1, 2), (3, 4)]
        def holds(x):
            assert f(x)
        def test_one():
            """assert nothing here"""
            holds(1)
        @pytest.mark.parametrize("a,b", ROWS)
        def test_rows(a, b):
            assert f(a) == b, "said"
        @pytest.mark.skip(reason="later")
        async def test_skipped():
            with pytest.raises(ValueError):
                f(1)
        class TestA:
            def test_c(self):
                try:
                    self.assertEqual(f(), 1)
                except Exception:
                    pass
            def test_always(self):
                assert (f(), "a tuple")
        """";

    [Fact]
    public void Tests_of_CSharp_have_the_names_that_runners_report()
    {
        var tests = Of("a/OuterTests.cs", CSharp);

        Assert.Equal(["A.B.Outer.Five", "A.B.Outer.Four", "A.B.Outer.One", "A.B.Outer.Six", "A.B.Outer.Three", "A.B.Outer.Two", "A.B.Outer+Nested.Seven"], tests.Keys.Order(StringComparer.Ordinal).OrderBy(name => name.Contains('+')));
        Assert.Equal(["A.B.Outer.Two"], tests.Values.Where(test => test.Skipped).Select(test => test.Name));
        Assert.Equal(["A.B.Outer.Four", "A.B.Outer.Five"], tests.Values.Where(test => test.Empty).Select(test => test.Name));
        Assert.Equal("WINDOWS", tests["A.B.Outer.Six"].Condition);
        Assert.Equal(7, tests["A.B.Outer.Three"].Lines.First);
        Assert.Equal(9, tests["A.B.Outer.Three"].Lines.Last);
    }

    [Fact]
    public void Assertions_of_CSharp_stand_with_what_may_keep_them_from_failing()
    {
        var tests = Of("a/OuterTests.cs", CSharp);

        Assert.Equal(["Assert.Equal(1, F())", "Assert.Equal(2, G())"], tests["A.B.Outer.Six"].Assertions);
        Assert.Equal(["F().Should().Be(1)"], tests["A.B.Outer.Two"].Assertions);
        Assert.Equal(["Holds(a)"], tests["A.B.Outer.Three"].Assertions);
        Assert.Equal(["try"], tests["A.B.Outer+Nested.Seven"].Guards);
        Assert.Equal(["1, \"a]\"", "2, \"b\""], tests["A.B.Outer.Three"].Cases);
        Assert.Equal(["{ 1, 2 }", "{ 3, 4 }"], tests["A.B.Outer.Four"].Cases);
    }

    [Fact]
    public void Tests_of_scripts_have_their_suites_rows_and_marks()
    {
        var tests = Of("test/a.test.ts", Script);

        Assert.Equal(9, tests.Count);
        Assert.Equal(2, tests["it's > reads ${t.input}"].Cases.Length);
        Assert.Equal(2, tests["it's > adds $a"].Cases.Length);
        Assert.Equal(["it's > skipped", "it's > crossed"], tests.Values.Where(test => test.Skipped).Select(test => test.Name));
        Assert.Equal(["it's > only"], tests.Values.Where(test => test.Only).Select(test => test.Name));
        Assert.Equal(["it's > nothing"], tests.Values.Where(test => test.Empty).Select(test => test.Name));
        Assert.Equal(["no await"], tests["it's > unwaited"].Guards);
        Assert.Equal(["return"], tests["it's > outer > inner"].Guards);
        Assert.Equal(["holds(3)"], tests["it's > only"].Assertions);
    }

    [Fact]
    public void Tests_of_Python_have_their_modules_classes_and_rows()
    {
        var tests = Of("tests/test_a.py", Python);

        Assert.Equal(["tests.test_a.TestA.test_always", "tests.test_a.TestA.test_c", "tests.test_a.test_one", "tests.test_a.test_rows", "tests.test_a.test_skipped"], tests.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["(1, 2)", "(3, 4)"], tests["tests.test_a.test_rows"].Cases);
        Assert.Equal(["tests.test_a.test_skipped"], tests.Values.Where(test => test.Skipped).Select(test => test.Name));
        Assert.Equal(["tests.test_a.TestA.test_always"], tests.Values.Where(test => test.Empty).Select(test => test.Name));
        Assert.Equal(["try"], tests["tests.test_a.TestA.test_c"].Guards);
        Assert.Equal(["holds(1)"], tests["tests.test_a.test_one"].Assertions);
        Assert.Equal(8, tests["tests.test_a.test_rows"].Lines.First);
    }

    [Theory]
    [InlineData("a.cs", CSharp)]
    [InlineData("a.ts", Script)]
    [InlineData("a.py", Python)]
    public void Every_prefix_and_mutation_of_a_source_has_an_outline(string path, string text)
    {
        var random = new Random(4);
        for (var length = 0; length <= text.Length; length++) Within(path, text[..length]);
        for (var round = 0; round < 500; round++)
        {
            var at = random.Next(text.Length);
            Within(path, text[..at] + (char)random.Next(0x250) + text[Math.Min(text.Length, at + random.Next(30))..]);
            Within(path, string.Concat(Enumerable.Range(0, 200).Select(_ => (char)random.Next(0x20, 0x7f))));
        }
    }

    [Theory]
    [InlineData("a.cs", "class A { [Fact] public void T() { Assert.Equal(1, F()); if (x) { Assert.True(G(2)); } } }\n")]
    [InlineData("a.ts", "describe('a', () => { it('b', () => { expect(f(1)).toBe(2); if (x) { expect(g()).toEqual([1]); } }); });\n")]
    [InlineData("a.py", "def test_a():\n    assert f(1) == 2\n    if x:\n        assert g()\n")]
    [InlineData("a.ts", "describe('a', () => { ")]
    [InlineData("a.ts", "expect(")]
    [InlineData("a.cs", "class A { [Fact] void T() { Assert.Equal(")]
    [InlineData("a.py", "def test_a():\n  def test_b(")]
    public void A_source_of_a_megabyte_takes_seconds_not_minutes(string path, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Within(path, text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static void Within(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
        Assert.All(TestOutline.Of(path, text), test => Assert.InRange(test.Lines.Last, test.Lines.First, lines + 1));
    }

    private static Dictionary<string, SourceTest> Of(string path, string text) => TestOutline.Of(path, text).ToDictionary(test => test.Name);
}
