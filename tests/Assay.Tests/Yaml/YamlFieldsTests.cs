using Assay.Core.Errors;
using Assay.Core.Quantities;
using Assay.Core.Standards;
using Assay.Core.Yaml;

namespace Assay.Tests.Yaml;

public sealed class YamlFieldsTests
{
    private static readonly YamlKeys Keys = new("thing", ["name"], ["count", "on", "phase", "bound", "day", "tags", "inner", "list", "own"]);
    private static readonly YamlKeys Inner = new("inner", ["id"], []);

    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var fields = Open("""
            name: "  a name "
            count: 5
            on: true
            phase: code_completion
            bound: 30 s
            day: 2026-01-31
            tags: [a, b]
            inner: { id: x }
            list: [{ id: y }, { id: z }]
            own: { k: v }
            """, out var mistakes);
        mistakes.ThrowIfAny();
        Assert.Equal("a name", fields.Text("name"));
        Assert.Equal(5, fields.Number("count"));
        Assert.True(fields.Flag("on"));
        Assert.Equal(Phase.CodeCompletion, fields.Choice<Phase>("phase"));
        Assert.Equal(new Quantity(30_000, Unit.Milliseconds), fields.Quantity("bound"));
        Assert.Equal(new DateOnly(2026, 1, 31), fields.Date("day"));
        Assert.Equal(["a", "b"], fields.Texts("tags"));
        Assert.Equal("x", fields.Map("inner", Inner)?.Text("id"));
        Assert.Equal(["y", "z"], fields.Maps("list", Inner).Select(item => item.Text("id")));
        Assert.Equal("k", Assert.Single(fields.Entries("own")).Key.Text);
        Assert.True(mistakes.None);
    }

    [Fact]
    public void All_mistakes_are_found_in_one_pass_in_the_order_of_their_places()
    {
        var fields = Open("""
            nam: x
            count: many
            on: yes
            phase: code_complete
            bound: 90 parsecs
            day: 31.01.2026
            tags: a
            inner: { ids: x }
            """, out var mistakes);
        fields.Number("count");
        fields.Flag("on");
        fields.Choice<Phase>("phase");
        fields.Quantity("bound");
        fields.Date("day");
        fields.Texts("tags");
        fields.Map("inner", Inner);
        Assert.Equal(
            [
                "1:1 thing: unknown key 'nam' -> Did you mean name?",
                "1:1 thing: key 'name' is missing -> Add name.",
                "2:8 thing: 'count' must be a whole number, found 'many'",
                "3:5 thing: 'on' must be true or false, found 'yes'",
                "4:8 thing: 'phase' must be one of pre_implementation, code_completion, deployment, found 'code_complete' -> Did you mean code_completion?",
                "5:8 thing: 'bound' must be a figure such as 0, 90 %, 200 ms, 30 s, 5 min, 512 MB, 90 d or true, found '90 parsecs'",
                "6:6 thing: 'day' must be a day such as 2026-01-31, found '31.01.2026'",
                "7:7 thing: 'tags' must be a list, found 'a'",
                "8:8 inner: key 'id' is missing -> Add id.",
                "8:10 inner: unknown key 'ids' -> Did you mean id?",
            ],
            mistakes.ToImmutable().Select(Line));
    }

    [Theory]
    [InlineData("1.10", "Put it in quotes: \"1.10\"")]
    [InlineData("true", "Put it in quotes: \"true\"")]
    [InlineData("0x1F", "Put it in quotes: \"0x1F\"")]
    public void A_number_is_no_text_because_editors_read_it_as_a_number(string value, string step)
    {
        var fields = Open($"name: {value}\n", out var mistakes);
        Assert.Null(fields.Text("name"));
        Assert.Equal(step, Assert.Single(mistakes.ToImmutable()).Step);
    }

    [Theory]
    [InlineData("name:\n", "nothing")]
    [InlineData("name: ~\n", "nothing")]
    [InlineData("name: [a]\n", "a list")]
    public void A_value_that_is_not_there_is_named(string text, string found)
    {
        Assert.Null(Open(text, out var mistakes).Text("name"));
        Assert.Equal($"thing: 'name' must be text, found {found}", Assert.Single(mistakes.ToImmutable()).What);
    }

    [Fact]
    public void What_was_refused_already_is_not_reported_again()
    {
        Open("own: &x 1\nname: *x\n", out var mistakes).Text("name");
        Assert.Equal(2, mistakes.ToImmutable().Length);
    }

    private static YamlFields Open(string text, out YamlMistakes mistakes)
    {
        mistakes = new YamlMistakes("file.yaml", ConfigurationErrors.ConfigurationInvalid);
        return YamlReader.Read(text, Keys, mistakes)!;
    }

    private static string Line(AssayError error) =>
        $"{error.Line}:{error.Column} {error.What}{(error.NextStep is null ? "" : " -> " + error.NextStep)}";
}
