using Assay.Core.Errors;
using Assay.Proof.Hunks;
using Assay.Proof.Running;
using static Assay.Tests.Proof.Hunks.HunkLab;

namespace Assay.Tests.Proof.Hunks;

public sealed class TakenBackReadingTests
{
    private const string Tested = "import { sum } from '../src/a.js';\ntest('a', () => {\n  sum(1);\n});\n";

    [Fact]
    public void The_first_test_by_name_that_passed_at_head_holds() =>
        Assert.Equal("a", Assert.IsType<TakenBack.Fails>(Read(Cases(Failed("b"), Failed("a"), Failed("c")))).By);

    [Fact]
    public void A_test_that_did_not_pass_at_head_holds_nothing()
    {
        NotHeld("no test fails without it", Cases(Failed("c"), Passed("a"), Passed("b")));
        NotHeld("no test fails without it", Cases(Passed("a"), Passed("b")));
    }

    [Fact]
    public void A_flaky_test_holds_nothing()
    {
        using var lab = new HunkLab(("src/a.js", "let a = 1;\n", "let a = 2;\n")) { Flaky = [new("", "a")] };
        Assert.IsType<TakenBack.NotHeld>(lab.Reading().Read(Cases(Failed("a")), lab.Without(0), TimeSpan.Zero));
    }

    [Fact]
    public void A_run_that_shows_nothing_holds_nothing()
    {
        NotHeld("the tests did not end within 90 s without it", Broken(CollectionErrors.ToolTimedOut));
        NotHeld("it shows nothing: it broke.", Broken(CollectionErrors.ToolFailed) with { Tests = [Failed("a")] });
        NotHeld("no test ran without it", PhaseRun.Absent);
    }

    [Fact]
    public void A_test_that_does_not_compile_without_the_name_holds_it()
    {
        Assert.Equal("a", Assert.IsType<TakenBack.Fails>(Read(Refused(("test/a.js", 3, "The name 'sum' does not exist")))).By);
        Assert.Equal("test/c.js", Assert.IsType<TakenBack.Fails>(Read(Refused(("test/c.js", 1, "The name 'sum' does not exist")))).By);
    }

    [Fact]
    public void What_only_the_compiler_refuses_is_held_by_nothing()
    {
        Assert.IsType<TakenBack.NotBuilt>(Read(Refused(("src/b.js", 3, "The name 'sum' does not exist"))));
        Assert.IsType<TakenBack.NotBuilt>(Read(Refused(("test/a.js", 3, "The name 'sum' does not exist"), ("src/b.js", 3, "The name 'sum' does not exist"))));
        Assert.IsType<TakenBack.NotBuilt>(Read(Refused(("test/a.js", 3, "The name 'other' does not exist"))));
    }

    [Fact]
    public void A_test_file_that_does_not_load_holds_what_it_names()
    {
        Assert.Equal("test/a.js", Assert.IsType<TakenBack.Fails>(Read(Cases(Passed("b"), Failed("/tmp/clone/test/a.js", "test failed")))).By);
        Assert.IsType<TakenBack.NotBuilt>(Read(Cases(Failed("/tmp/clone/test/a.js"), Failed("/tmp/clone/test/b.js"))));
    }

    [Fact]
    public void A_name_that_production_misses_is_no_failing_test()
    {
        using var lab = new HunkLab(("src/a.js", "export const a = (x) => x;\n", "export const b = (x) => x.check();\n\nexport const a = (x) => x;\nX.prototype.check = () => true;\n"));
        var removal = lab.Without(1);
        Assert.IsType<TakenBack.NotBuilt>(lab.Reading().Read(Cases(Failed("a", "x.check is not a function"), Failed("b")), removal, TimeSpan.Zero));
        Assert.IsType<TakenBack.NotBuilt>(lab.Reading().Read(Cases(Failed("a", "x.check is not a function", "at b (file:///c/src/a.js:1:2)")), removal, TimeSpan.Zero));
        Assert.IsType<TakenBack.Fails>(lab.Reading().Read(Cases(Failed("a", "x.other is not a function")), removal, TimeSpan.Zero));
    }

    private static TakenBack Read(PhaseRun run)
    {
        using var lab = new HunkLab(("src/a.js", "export const a = 1;\n", "export const a = 1;\nexport function sum(x) {\n  return x + a;\n}\n"), ("test/a.js", null, Tested), ("test/b.js", null, "test('b');\n"), ("test/c.js", null, "sum();\n"));
        return lab.Reading().Read(run, lab.Without(0), TimeSpan.FromSeconds(90));
    }

    private static void NotHeld(string why, PhaseRun run) => Assert.Equal(why, Assert.IsType<TakenBack.NotHeld>(Read(run)).Why);
}
