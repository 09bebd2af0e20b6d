using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Proof.Running;
using static Assay.Tests.Proof.Hunks.HunkLab;

namespace Assay.Tests.Proof.Hunks;

public sealed class HunkProverTests
{
    private const string Before = "class A\n{\n    int One = 1;\n    int Gap;\n    int Two = 2;\n    int Rest;\n    int Three = 3;\n}\n";
    private const string After = "class A\n{\n    int One = 10;\n    int Gap;\n    int Two = 20;\n    int Rest;\n    int Three = 30;\n}\n";

    [Fact]
    public async Task A_hunk_without_which_a_test_fails_is_held_and_another_is_not()
    {
        using var lab = Three();
        var hunks = await lab.ProveAsync(read => Cases(read("src/A.cs").Contains("One = 10", StringComparison.Ordinal) ? Passed("a") : Failed("a"), Passed("b")));
        Assert.Equal([(3, true, "a", null), (5, false, null, "no test fails without it"), (7, false, null, "no test fails without it")], hunks.Select(hunk => (hunk.FirstLine, hunk.Held, hunk.By, hunk.Reason)));
        Assert.Equal(4, lab.Ran.Count); // the test that decides fails twice
    }

    [Fact]
    public async Task Tests_that_fail_without_the_change_are_asked_first_and_the_others_only_where_those_hold_nothing()
    {
        using var lab = new HunkLab(("src/A.cs", Before, After)) { Proven = [Passed("a")] };
        var hunks = await lab.ProveAsync(read => Cases(
            read("src/A.cs").Contains("One = 10", StringComparison.Ordinal) ? Passed("a") : Failed("a"),
            read("src/A.cs").Contains("Two = 20", StringComparison.Ordinal) ? Passed("b") : Failed("b")));
        Assert.Equal(["a", "b", null], hunks.Select(hunk => hunk.By));
        Assert.Equal(["a x 2", "a x 2", "all", "b x 1", "a x 2", "all"], lab.Asked);
    }

    [Fact]
    public async Task The_test_file_that_speaks_of_the_function_is_asked_first()
    {
        using var lab = new HunkLab(
            ("src/a.js", "export function half(x) {\n  return x;\n}\n\n\n\nexport function twice(x) {\n  return x;\n}\n", "export function half(x) {\n  return x / 2;\n}\n\n\n\nexport function twice(x) {\n  return x * 2;\n}\n"),
            ("test/half.test.js", null, "test('half', () => equal(half(2), 1));\n"), ("test/twice.test.js", null, "test('twice', () => equal(twice(2), 4));\n"))
        { Proven = [Passed("a") with { File = "test/half.test.js" }, Passed("b") with { File = "test/twice.test.js" }] };
        var hunks = await lab.ProveAsync(read => Cases(
            read("src/a.js").Contains("x / 2", StringComparison.Ordinal) ? Passed("a") : Failed("a"), read("src/a.js").Contains("x * 2", StringComparison.Ordinal) ? Passed("b") : Failed("b")));
        Assert.Equal(["a", "b"], hunks.Select(hunk => hunk.By));
        Assert.Equal(["a x 2", "b x 2"], lab.Asked);
    }

    [Fact]
    public async Task A_first_test_that_fails_only_once_decides_nothing()
    {
        using var lab = new HunkLab(("src/A.cs", Before, After)) { Proven = [Passed("a")] };
        var runs = 0;
        var hunks = await lab.ProveAsync(_ => runs++ % 2 == 0 ? Cases(Failed("a"), Passed("a")) : Cases(Passed("a")));
        Assert.All(hunks, hunk => Assert.False(hunk.Held));
    }

    [Fact]
    public async Task A_test_that_fails_only_once_decides_nothing()
    {
        using var lab = Three();
        var runs = 0;
        var hunks = await lab.ProveAsync(_ => Cases(runs++ % 2 == 0 ? Failed("a") : Passed("a")));
        Assert.All(hunks, hunk => Assert.Equal((false, "a fails and passes without it"), (hunk.Held, hunk.Reason)));
    }

    [Fact]
    public async Task What_no_test_reaches_is_not_run()
    {
        using var lab = new HunkLab(("src/a.js", "let a = 1;\nlet gap;\nlet b = 2;\n", "let a = one();\nlet gap;\nlet b = two();\n"))
        {
            Coverage = [new FileCoverage("src/a.js", [], [new LineCoverage(1, true), new LineCoverage(3, false)])],
        };
        var hunks = await lab.ProveAsync(_ => Cases(Failed("a")));
        Assert.Equal([(true, null), (false, "no test reaches it")], hunks.Select(hunk => (hunk.Held, hunk.Reason)));
        Assert.All(lab.Ran, phase => Assert.Equal("without src/a.js:1", phase));
    }

    [Fact]
    public async Task A_hunk_that_does_not_build_alone_goes_with_the_least_others()
    {
        using var lab = Calling();
        var hunks = await lab.ProveAsync(read => Compiled(read) ?? Cases(read("src/Use.cs").Contains("Check(x)", StringComparison.Ordinal) ? Passed("a") : Failed("a")));
        Assert.Equal(
            [("src/Check.cs", true, "together with src/Use.cs:3"), ("src/Other.cs", true, null), ("src/Use.cs", true, null)],
            hunks.Select(hunk => (hunk.File, hunk.Held || hunk.File == "src/Other.cs", hunk.Reason == "no test fails without it" ? null : hunk.Reason)));
        Assert.DoesNotContain(lab.Ran, phase => phase.Contains("Check.cs", StringComparison.Ordinal) && phase.Contains("Other.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compiler_alone_holds_nothing()
    {
        using var lab = Calling();
        var hunks = await lab.ProveAsync(read => Compiled(read) ?? Cases(Passed("a"), Passed("b")));
        Assert.All(hunks, hunk => Assert.False(hunk.Held));
        Assert.Equal("no test fails without it, taken back together with src/Use.cs:3", hunks[0].Reason);
    }

    [Fact]
    public async Task A_group_is_made_small_again_so_that_no_other_hunk_speaks_for_it()
    {
        using var lab = Calling();
        // The compiler names nothing, so that the wrong hunk may come in first.
        var hunks = await lab.ProveAsync(read => Compiled(read) is null ? Cases(read("src/Other.cs").Contains("Y = 2", StringComparison.Ordinal) ? Passed("a") : Failed("a")) : Refused(("src/Other.cs", 1, "no")));
        Assert.False(hunks.Single(hunk => hunk.File == "src/Check.cs").Held);
        Assert.True(hunks.Single(hunk => hunk.File == "src/Other.cs").Held);
    }

    [Fact]
    public async Task What_cannot_be_built_in_any_company_is_not_held()
    {
        using var lab = Three();
        var hunks = await lab.ProveAsync(_ => Refused(("src/A.cs", 1, "no")));
        Assert.All(hunks, hunk => Assert.StartsWith("it cannot be taken back, not even with all others: src/A.cs:1", hunk.Reason, StringComparison.Ordinal));
        Assert.All(hunks, hunk => Assert.False(hunk.Held));
    }

    [Fact]
    public async Task A_hang_holds_nothing()
    {
        using var lab = Three();
        var hunks = await lab.ProveAsync(_ => Broken(CollectionErrors.ToolTimedOut));
        Assert.All(hunks, hunk => Assert.Equal((false, "the tests did not end within 30 s without it"), (hunk.Held, hunk.Reason)));
    }

    [Fact]
    public async Task What_the_time_does_not_suffice_for_is_not_held()
    {
        using var lab = Three(TimeSpan.FromSeconds(2));
        var runs = 0;
        var hunks = await lab.ProveAsync(async (_, cancellation) =>
        {
            if (Interlocked.Increment(ref runs) > 2) await Task.Delay(Timeout.Infinite, cancellation);
            return Cases(Failed("a"));
        });
        Assert.Equal([(true, null), (false, "not reached within 2 s"), (false, "not reached within 2 s")], hunks.Select(hunk => (hunk.Held, hunk.Reason)));
    }

    [Fact]
    public async Task Lanes_side_by_side_give_the_same_answer()
    {
        using var lab = Calling();
        var hunks = await lab.ProveAsync((read, _) => Task.FromResult(Compiled(read) ?? Cases(read("src/Use.cs").Contains("Check(x)", StringComparison.Ordinal) ? Passed("a") : Failed("a"))), lanes: 3);
        Assert.Equal([true, false, true], hunks.Select(hunk => hunk.Held));
    }

    private static HunkLab Three(TimeSpan? budget = null) => new(("src/A.cs", Before, After)) { Budget = budget ?? TimeSpan.FromMinutes(5) };

    private static HunkLab Calling() => new(
        ("src/Check.cs", "static class C\n{\n}\n", "static class C\n{\n    public static int Check(int x) => x + 1;\n}\n"),
        ("src/Other.cs", "class O\n{\n    int Y = 1;\n}\n", "class O\n{\n    int Y = 2;\n}\n"),
        ("src/Use.cs", "class U\n{\n    int Z(int x) => x;\n}\n", "class U\n{\n    int Z(int x) => C.Check(x);\n}\n"));

    private static PhaseRun? Compiled(Func<string, string> read) =>
        read("src/Use.cs").Contains("Check(x)", StringComparison.Ordinal) && !read("src/Check.cs").Contains("Check(int", StringComparison.Ordinal)
            ? Refused(("src/Use.cs", 3, "'C' does not contain a definition for 'Check'")) : null;
}
