using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Proofs;
using Assay.Tests.Support;
using static Assay.Tests.Proof.Weakening.TestChangesTests;

namespace Assay.Tests.Proof.Weakening;

/// <summary>Rows of tables, cases that ran, and tests under another name.</summary>
public sealed class TestTablesTests
{
    private const string Loop = """
        describe("sum", () => {
          const tests = [{ input: [1], out: 1 }, { input: [1, 2], out: 3 }, { input: [2, 2], out: 4 }];
          for (const t of tests) { test(t.input.toString(), () => { expect(sum(...t.input)).toBe(t.out); }); }
          test("nothing", () => { expect(sum()).toBe(0); });
        });
        """;

    private const string Theory = "class C { [Theory, InlineData(1, \"one\"), InlineData(2, \"two\")] public void A(int a, string b) { Assert.Equal(b, F(a)); } }";

    [Fact]
    public void A_loop_of_tests_that_became_a_table_is_a_rename_case_by_case()
    {
        const string Table = """
            describe("sum", () => {
              test.each([{ input: [1], out: 1 }, { input: [1, 2], out: 3 }, { input: [2, 2], out: 4 }])("$input -> $out", (t) => { expect(sum(...t.input)).toBe(t.out); });
              test("nothing", () => { expect(sum()).toBe(0); });
            });
            """;

        var changes = Changed("a.test.ts", Loop, Table,
            ["a.test.ts > sum > 1", "a.test.ts > sum > 1,2", "a.test.ts > sum > 2,2", "a.test.ts > sum > nothing"],
            ["a.test.ts > sum > [1] -> 1", "a.test.ts > sum > [1, 2] -> 3", "a.test.ts > sum > [2, 2] -> 4", "a.test.ts > sum > nothing"]);

        Assert.Empty(changes.Weakened);
        Assert.Equal("sum > $input -> $out", changes.Renamed["sum > ${t.input.toString()}"]);
        Assert.Equal("a.test.ts > sum > [1, 2] -> 3", changes.Renamed["a.test.ts > sum > 1,2"]);
        Assert.Equal(4, changes.Renamed.Count);
    }

    [Fact]
    public void A_row_dropped_while_the_titles_change_is_the_one_thing_named()
    {
        var after = Loop.Replace("{ input: [1, 2], out: 3 }, ", "", StringComparison.Ordinal).Replace("t.input.toString()", "`${JSON.stringify(t.input)}`", StringComparison.Ordinal);

        var changes = Changed("a.test.ts", Loop, after,
            ["a.test.ts > sum > 1", "a.test.ts > sum > 1,2", "a.test.ts > sum > 2,2", "a.test.ts > sum > nothing"], ["a.test.ts > sum > [1]", "a.test.ts > sum > [2,2]", "a.test.ts > sum > nothing"]);

        var dropped = Assert.Single(changes.Weakened);
        Assert.Equal(Weakness.CaseDropped, dropped.Weakness);
        Assert.Equal(["-{ input:[1, 2], out: 3 }"], dropped.Diff);
        Assert.Equal("a.test.ts > sum > [2,2]", changes.Renamed["a.test.ts > sum > 2,2"]);
    }

    [Fact]
    public void Rows_that_move_or_are_added_are_not_dropped_and_edited_ones_are_told_apart()
    {
        var moved = Changed("ATests.cs", Theory, Theory.Replace("InlineData(1, \"one\"), InlineData(2, \"two\")", "InlineData(2, \"two\"), InlineData(3, \"three\"), InlineData(1, \"one\")", StringComparison.Ordinal));
        var dropped = Changed("ATests.cs", Theory, Theory.Replace(", InlineData(2, \"two\")", "", StringComparison.Ordinal));
        var edited = Changed("ATests.cs", Theory, Theory.Replace("\"two\"", "\"zwei\"", StringComparison.Ordinal));
        var other = Changed("ATests.cs", Theory, Theory.Replace("2, \"two\"", "3, \"three\"", StringComparison.Ordinal));

        Assert.Empty(moved.Weakened);
        Assert.Equal(Weakness.CaseDropped, Assert.Single(dropped.Weakened).Weakness);
        Assert.Empty(edited.Weakened);
        Assert.Single(edited.Expectations);
        Assert.Equal(Weakness.CaseDropped, Assert.Single(other.Weakened).Weakness);
    }

    [Fact]
    public void A_row_that_gained_a_value_is_the_same_case_under_another_name_and_one_that_lost_one_is_not()
    {
        const string Wider = "class C { [Theory, InlineData(7, 1, \"one\"), InlineData(8, 2, \"two\")] public void A(int c, int a, string b) { Assert.Equal(b, F(a, c)); } }";
        ImmutableArray<string> narrow = ["C.A(a: 1, b: \"one\")", "C.A(a: 2, b: \"two\")"];
        ImmutableArray<string> wide = ["C.A(c: 7, a: 1, b: \"one\")", "C.A(c: 8, a: 2, b: \"two\")"];

        var changes = Changed("ATests.cs", Theory, Wider, narrow, wide);

        Assert.Empty(changes.Weakened);
        Assert.Equal(wide, narrow.Select(id => changes.Renamed[id]));
        Assert.Empty(Changed("ATests.cs", Wider, Theory, wide, narrow).Renamed);
    }

    [Fact]
    public void A_case_that_ran_and_does_not_run_any_more_is_named_where_the_source_does_not_tell()
    {
        const string Computed = "class C { [Theory, MemberData(nameof(Rows))] public void A(int a) { Assert.Equal(1, F(a)); } static object Rows() => Read(\"rows.json\"); }";

        var changes = Changed("ATests.cs", Computed, Computed.Replace("rows.json", "rows2.json", StringComparison.Ordinal), ["C.A(a: 1)", "C.A(a: 2)", "D.B(b: 1)", "D.B(b: 2)"], ["C.A(a: 1)", "D.B(b: 1)"]);

        Assert.Equal(["C.A", "D.B(b: 2)"], changes.Weakened.Where(one => one.Weakness == Weakness.CaseDropped).Select(one => one.Test));
    }

    [Fact]
    public void A_test_under_another_name_or_in_another_file_is_not_deleted()
    {
        var before = new FakeTree(("ATests.cs", "class C { [Fact] public void Old() { var x = Make(); Assert.Equal(1, F(x)); } [Fact] public void Moved() { Assert.Equal(2, G()); } }"));
        var after = new FakeTree(
            ("ATests.cs", "class C { [Fact] public void New_name() { var x = Make(); Assert.Equal(1, F(x)); } }"), ("BTests.cs", "class D { [Fact] public void Moved() { Assert.Equal(2, G()); } }"));

        var changes = Of(before, after, new ChangedFile("ATests.cs", null, ChangeKind.Modified, []), new ChangedFile("BTests.cs", null, ChangeKind.Added, []));

        Assert.Empty(changes.Weakened);
        Assert.Equal(("C.New_name", "D.Moved"), (changes.Renamed["C.Old"], changes.Renamed["C.Moved"]));
    }

    [Fact]
    public void A_test_that_calls_an_asserting_function_of_another_file_is_not_empty()
    {
        var tree = new FakeTree(("test/ATests.cs", "class C { [Fact] public void A() { Spec.Holds(1); } [Fact] public void B() { Run(); } }"), ("test/Spec.cs", "class Spec { public static void Holds(int a) { Assert.Equal(a, F()); } }"));

        Assert.Equal(["C.B"], Of(tree, tree, new ChangedFile("test/ATests.cs", null, ChangeKind.Modified, [])).Empty);
    }
}
