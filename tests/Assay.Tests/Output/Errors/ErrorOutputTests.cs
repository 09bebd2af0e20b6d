using System.Text;
using Assay.Core.Errors;
using Assay.Output.Errors;
using NJsonSchema;

namespace Assay.Tests.Output.Errors;

public sealed class ErrorOutputTests
{
    private static readonly AssayError[] Some =
    [
        new(ConfigurationErrors.NoComponent, "No component of assay.yaml lies in services.", "assay.yaml", 3, 5, "Judge one of: web, ledger"),
        new(UsageErrors.PathNotFound, "There is no folder nowhere."),
    ];

    [Fact]
    public void Errors_say_what_where_and_the_next_step_and_end_with_the_run() => Expectation.Is("errors.txt", Text(Some));

    [Fact]
    public void One_error_names_its_own_topic() => Assert.EndsWith("run 3f2a91c04b7e; for more: assay explain ASY1001\n", Text(Some[1]));

    [Fact]
    public async Task As_json_they_are_valid_by_the_published_schema()
    {
        using var stream = new MemoryStream();
        ErrorJson.Write(stream, Some, "3f2a91c04b7e");
        var json = Encoding.UTF8.GetString(stream.ToArray());
        Expectation.Is("errors.json", json);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schemas", "error.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json));
        Assert.NotEmpty(schema.Validate(json.Replace("ASY1001", "oops")));
    }

    [Fact]
    public void A_message_cannot_steer_the_terminal()
    {
        var text = Text(new AssayError(UsageErrors.BadUsage, "unknown \e[2J\u202eoption\r", "a\nb", NextStep: "\a"));
        Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
        Assert.Contains("unknown \\u{1b}[2J\\u{202e}option\\u{d}", text);
    }

    [Fact]
    public void Colour_is_for_the_code_only() => Assert.StartsWith("\e[1;31mASY1001 (validation)\e[0m There is no folder nowhere.\n", Text([Some[1]], colour: true));

    private static string Text(params AssayError[] errors) => Text(errors, colour: false);

    private static string Text(AssayError[] errors, bool colour)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ErrorText.Write(text, errors, "3f2a91c04b7e", colour);
        return text.ToString();
    }
}
