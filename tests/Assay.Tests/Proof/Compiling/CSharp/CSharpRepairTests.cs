using System.Text;
using Assay.Core.Changes;
using Assay.Core.Observations;
using Assay.Proof.Compiling;
using Assay.Proof.Reasons;
using Assay.Proof.Running;
using Assay.Tests.Support;

namespace Assay.Tests.Proof.Compiling.CSharp;

public sealed class CSharpRepairTests
{
    private const string Tests = """
        using Shop;
        using Xunit;
        namespace Shop.Tests;
        public class CartTests : Fixture
        {
            private readonly Refund refund = new();
            [Fact]
            public void Refunds()
            {
                Assert.Equal("}", new Cart().Refunded());
            }

            [Fact] public void Holds() => Assert.True(true);
            private static string Help() => new Cart().Refunded();
            public class Inner { [Theory, InlineData(1)] public void Deep(int x) { new Refund(x); } }
        }
        """;

    private static readonly FakeTree Base = new(("src/Cart.cs", "namespace Shop; public class Cart { }"), ("tests/CartTests.cs", Tests));
    private static readonly FakeTree Head = new(("src/Cart.cs", "namespace Shop; public class Cart { public string Refunded() => \"\"; } public class Refund { }"), ("tests/CartTests.cs", Tests));
    private static readonly Introduced Brought = new(["Refunded", "Refund", "ToListAsync"], []) { Declared = ["Refund"] };

    [Fact]
    public void A_test_with_an_error_is_taken_out_and_all_other_lines_stay_where_they_are()
    {
        var repair = Of(Error("CS1061", 10, "'Cart' does not contain a definition for 'Refunded' and no accessible extension method 'Refunded'"))!;

        Assert.Null(repair.Refused);
        Assert.Equal(["Shop.Tests.CartTests.Refunds"], repair.NotCompiled);
        var lines = Lines(repair);
        Assert.Equal(["#pragma warning disable", "#line 1", .. Tests.Split('\n').Select((line, at) => at is >= 6 and <= 10 ? new string(' ', line.Length) : line)], lines);
    }

    [Fact]
    public void A_field_and_a_helper_are_taken_out_alone_and_the_next_run_tells_who_used_them()
    {
        var repair = Of(
            Error("CS0246", 6, "The type or namespace name 'Refund' could not be found"), Error("CS1061", 14, "'Cart' does not contain a definition for 'Refunded'"))!;

        Assert.Empty(repair.NotCompiled);
        var next = new FakeTree(("src/Cart.cs", "namespace Shop; public class Cart { }"), ("tests/CartTests.cs", Encoding.UTF8.GetString(repair.Edits["tests/CartTests.cs"])));
        var second = Of(next, Error("CS0103", 13, "The name 'Help' does not exist in the current context"))!;
        Assert.Equal(["Shop.Tests.CartTests.Holds"], second.NotCompiled);
        Assert.DoesNotContain("#pragma", string.Join('\n', Lines(second).Skip(1)));
    }

    [Fact]
    public void An_overload_that_is_obsolete_and_chosen_only_for_want_of_a_type_is_a_consequence()
    {
        const string obsolete = "'Assert.Throws<T>(Func<Task>)' is obsolete: 'You must call Assert.ThrowsAsync<T>'";
        Assert.Equal(["Shop.Tests.CartTests.Refunds"], Of(Error("CS0619", 10, obsolete))!.NotCompiled);
        Assert.Contains("names nothing that the change introduces", Of(Error("CS0619", 13, obsolete))!.Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_list_takes_out_the_whole_class_with_the_tests_of_nested_ones()
    {
        var declared = Brought with { Names = Brought.Names.Add("Fixture"), Declared = ["Fixture"] };
        var head = new FakeTree(("src/Fixture.cs", "namespace Shop; public class Fixture { }"), ("tests/CartTests.cs", Tests));

        var repair = RedRepair.Of(Run(Error("CS0246", 4, "The type or namespace name 'Fixture' could not be found")), Base, ["tests/CartTests.cs"], declared, head)!;

        Assert.Equal(["Shop.Tests.CartTests+Inner.Deep", "Shop.Tests.CartTests.Holds", "Shop.Tests.CartTests.Refunds"], repair.NotCompiled.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/Cart.cs", 1, "CS1061", "'Cart' does not contain a definition for 'Refunded'", "lies outside of the change's tests")]
    [InlineData("tests/Other.cs", 1, "CS1061", "'Cart' does not contain a definition for 'Refunded'", "lies outside of the change's tests")]
    [InlineData("tests/CartTests.cs", 10, "CS1061", "'Cart' does not contain a definition for 'Other'", "names nothing that the change introduces")]
    [InlineData("tests/CartTests.cs", 10, "CS1002", "; expected", "names nothing that the change introduces")]
    [InlineData("tests/CartTests.cs", 2, "CS0246", "The type or namespace name 'Xunit' could not be found", "names nothing that the change introduces")]
    [InlineData("tests/CartTests.cs", 1, "CS0246", "The type or namespace name 'Cart' could not be found", "names nothing that the change introduces")]
    [InlineData("tests/CartTests.cs", 4, "CS0535", "'CartTests' does not implement interface member 'ICart.Refunded()'", "names nothing that the change introduces")]
    [InlineData("tests/Tests.csproj", 1, "NU1101", "Unable to find package Refund", "NU1101 is no error of C#")]
    [InlineData("tests/CartTests.cs", 10, "CS1061", "'IQueryable' does not contain a definition for 'ToListAsync'", "names nothing that the change introduces")]
    [InlineData("tests/CartTests.cs", 900, "CS1061", "'Cart' does not contain a definition for 'Refunded'", "does not have")]
    [InlineData("tests/CartTests.cs", 12, "CS1061", "'Cart' does not contain a definition for 'Refunded'", "it lies in no declaration")]
    public void Every_error_must_lie_in_changed_tests_and_name_what_the_change_introduces(string file, int line, string code, string message, string why)
    {
        var repair = Of(Error("CS1061", 10, "'Cart' does not contain a definition for 'Refunded'"), new(FindingCategory.Compiler, "csc", code, Severity.Error, message, file, line));

        Assert.Contains(why, repair!.Refused, StringComparison.Ordinal);
        Assert.Empty(repair.NotCompiled);
        Assert.Empty(repair.Edits);
    }

    [Fact]
    public void A_package_that_production_uses_too_is_nothing_that_the_change_introduces()
    {
        var head = new FakeTree(("src/Cart.cs", "using Polly; namespace Shop; public class Cart { void Try() => Policy.Handle(); }"), ("tests/CartTests.cs", Tests));
        var used = new Introduced(["Polly", "Policy", "Handle"], []);

        foreach (var (code, message) in new[] { ("CS0246", "The type or namespace name 'Polly' could not be found"), ("CS0103", "The name 'Policy' does not exist in the current context") })
            Assert.NotNull(RedRepair.Of(Run(Error(code, 10, message)), Base, ["tests/CartTests.cs"], used, head)!.Refused);
    }

    [Fact]
    public void Of_two_tests_on_one_line_only_the_one_that_holds_the_name_is_taken_out()
    {
        const string OneLine = "class T { [Fact] public void A() => new Cart().Refunded(); [Fact] public void B() => Assert.True(true); }";
        var tree = new FakeTree(("tests/CartTests.cs", OneLine));

        Assert.Equal(["T.A"], RedRepair.Of(Run(Error("CS1061", 1, "'Cart' does not contain a definition for 'Refunded'")), tree, ["tests/CartTests.cs"], Brought, Head)!.NotCompiled);
        var both = new FakeTree(("tests/CartTests.cs", OneLine.Replace("true", "new Cart().Refunded() is null")));
        Assert.Contains("several declarations", RedRepair.Of(Run(Error("CS1061", 1, "'Cart' does not contain a definition for 'Refunded'")), both, ["tests/CartTests.cs"], Brought, Head)!.Refused);
    }

    [Fact]
    public void Style_is_put_aside_beside_a_missing_name_and_is_no_reason_alone()
    {
        var style = Error("IDE0005", 1, "Using directive is unnecessary.");

        Assert.Null(Of(style, Error("CS1061", 10, "'Cart' does not contain a definition for 'Refunded'"))!.Refused);
        Assert.Contains("only IDE0005", Of(style)!.Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_compiled_asks_for_no_repair()
    {
        Assert.Null(RedRepair.Of(new PhaseRun([new TestCase("a", "a", TestOutcome.Failed, Message: "Assert.True() Failure")], [], null, [], []), Base, ["tests/CartTests.cs"], Brought, Head));
    }

    private static RedRepair? Of(params ToolFinding[] errors) => Of(Base, errors);

    private static RedRepair? Of(IFileTree tree, params ToolFinding[] errors) => RedRepair.Of(Run(errors), tree, ["tests/CartTests.cs", "tests/Tests.csproj"], Brought, Head);

    private static PhaseRun Run(params ToolFinding[] errors) => new([], [.. errors], null, [], []);

    private static ToolFinding Error(string code, int line, string message) => new(FindingCategory.Compiler, "csc", code, Severity.Error, message, "tests/CartTests.cs", line);

    private static string[] Lines(RedRepair repair) => Encoding.UTF8.GetString(repair.Edits["tests/CartTests.cs"]).Split('\n');
}
