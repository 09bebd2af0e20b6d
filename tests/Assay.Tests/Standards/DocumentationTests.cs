using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Standards;

public sealed class DocumentationTests
{
    private const string Operation = """
        openapi: 3.1.0
        info: { title: Payments, version: 1.0.0 }
        paths:
          /accounts/{id}:
            get:
              operationId: readAccount
              summary: Read an account
              description: Gives the account with its balance as of now.
              parameters:
                - { name: id, in: path, required: true, description: The account's id, schema: { type: string }, example: a-17 }
              responses:
                '200':
                  description: The account.
                  content: { application/json: { schema: { type: object }, example: { id: a-17 } } }
                '404': { description: There is no such account. }
        """;

    private const string Readme = """
        # Payments

        Holds accounts and moves money between them.

        ## Build and test

            dotnet build
            dotnet test

        ## Run

        ```
        dotnet run --project src
        ```

        ## Configuration

        The setting `Ledger` names the file of the ledger.
        """;

    [Fact]
    [Shows("api_documented", Status.Pass)]
    public void An_interface_is_documented_where_each_operation_has_all_that_its_callers_need() =>
        Assert.Equal(Status.Pass, new Lab().File("openapi.yaml", Operation).Of("api_documented").Status);

    [Theory]
    [Shows("api_documented", Status.Fail)]
    [InlineData("summary: Read an account", "summary: TODO", "no summary")]
    [InlineData("description: Gives the account with its balance as of now.", "description: Read an account.", "repeats the summary")]
    [InlineData(", example: a-17", "", "parameter 'id' has no example")]
    [InlineData(", example: { id: a-17 }", ", example: {}", "no example of response 200 as application/json")]
    [InlineData("'404': { description: There is no such account. }", "'204': { description: Nothing. }", "no error response")]
    [InlineData("'404': { description: There is no such account. }", "'404': { $ref: '#/components/responses/Gone' }", "leads nowhere")]
    [InlineData("'404': { description: There is no such account. }", "'404': { $ref: 'errors.yaml#/gone' }", "leads to another file")]
    public void What_an_operation_lacks_is_named_at_its_line(string good, string bad, string says)
    {
        Assert.Contains(good, Operation, StringComparison.Ordinal);
        var finding = new Lab().File("openapi.yaml", Operation.Replace(good, bad, StringComparison.Ordinal)).Of("api_documented");
        Assert.Equal(Status.Fail, finding.Status);
        var place = Assert.Single(finding.Locations);
        Assert.Equal(("openapi.yaml", 5), (place.File, place.Line));
        Assert.StartsWith("GET /accounts/{id} (readAccount): ", place.Note, StringComparison.Ordinal);
        Assert.Contains(says, place.Note, StringComparison.Ordinal);
    }

    [Theory]
    [Shows("api_documented", Status.Missing)]
    [InlineData(null)]
    [InlineData("openapi: 3.1.0\ninfo: { title: Payments, version: 1.0.0 }\npaths: {}\n")]
    public void A_service_without_an_operation_that_is_described_shows_nothing(string? document)
    {
        var lab = new Lab().File("src/Program.cs", "app.Run();");
        Assert.Equal(Status.Missing, (document is null ? lab : lab.File("openapi.yaml", document)).Of("api_documented").Status);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_an_error() =>
        Assert.Equal(Status.Error, new Lab().File("openapi.yaml", Operation.Replace("3.1.0", "2.0", StringComparison.Ordinal)).Of("api_documented").Status);

    private static string Sarif(string tool, string results = "") =>
        """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"TOOL"}},"results":[RESULTS]}]}""".Replace("TOOL", tool, StringComparison.Ordinal).Replace("RESULTS", results, StringComparison.Ordinal);

    private const string Gap = """
        {"ruleId":"CS1591","level":"warning","message":{"text":"Missing XML comment"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/Ledger.cs"},"region":{"startLine":3}}}]}
        """;

    [Fact]
    [Shows("public_api_documented", Status.Pass)]
    public void A_public_interface_is_documented_where_the_compiler_looked_and_found_no_gap() =>
        Assert.Equal(Status.Pass, new Lab().File("src/Ledger.cs", "public class Ledger;").Report("docs.sarif", Sarif("C# documentation"), StepKind.Documentation).Of("public_api_documented").Status);

    [Fact]
    [Shows("public_api_documented", Status.Fail)]
    public void A_public_member_without_a_comment_is_named()
    {
        var finding = new Lab().File("src/Ledger.cs", "public class Ledger;").Report("docs.sarif", Sarif("C# documentation", Gap), StepKind.Documentation).Of("public_api_documented");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Equal("src/Ledger.cs:3", Assert.Single(finding.Locations).ToString());
    }

    [Fact]
    [Shows("public_api_documented", Status.Missing)]
    public void A_language_that_nobody_looked_at_is_not_documented()
    {
        var finding = new Lab().File("src/Ledger.cs", "").File("web/app.ts", "export const a = 1;").Report("docs.sarif", Sarif("C# documentation"), StepKind.Documentation).Of("public_api_documented");
        Assert.Equal(Status.Missing, finding.Status);
        Assert.Contains("TypeScript", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_was_shown_to_find_nothing_is_not_believed() =>
        Assert.Equal(Status.Error, new Lab().File("src/Ledger.cs", "").Report("docs.sarif", Sarif("C# documentation"), StepKind.Documentation, probed: false).Of("public_api_documented").Status);

    private const string Documented = """
        namespace Bank;

        /// <summary>Keeps postings.</summary>
        public class Ledger
        {
            /// <summary>Posts the amount, which may be negative.</summary>
            public int Post(int amount)
            {
                return amount;
            }
        }
        """;

    private static Lab Edited(string head, int at, string[] added, string[] removed) =>
        new Lab().AtBase("src/Ledger.cs", Documented).File("src/Ledger.cs", head).Edited(Samples.Edit("src/Ledger.cs", at, added, removed));

    [Fact]
    [Shows("comments_reviewed", Status.Fail)]
    public void A_member_whose_body_changed_under_an_old_comment_waits_for_a_reader()
    {
        var finding = Edited(Documented.Replace("return amount;", "return Math.Abs(amount);", StringComparison.Ordinal), 9, ["        return Math.Abs(amount);"], ["        return amount;"]).Of("comments_reviewed");
        Assert.Equal(Status.Fail, finding.Status);
        var place = Assert.Single(finding.Locations);
        Assert.Equal(("src/Ledger.cs", 7, "Post: edited, its comment is as it was"), (place.File, place.Line!.Value, place.Note));
    }

    [Fact]
    [Shows("comments_reviewed", Status.Pass)]
    public void A_comment_that_changed_with_its_member_needs_no_reader()
    {
        var head = Documented.Replace("which may be negative", "made positive", StringComparison.Ordinal).Replace("return amount;", "return Math.Abs(amount);", StringComparison.Ordinal);
        Assert.Equal(Status.Pass, Edited(head, 9, ["        return Math.Abs(amount);"], ["        return amount;"]).Of("comments_reviewed").Status);
    }

    [Fact]
    public void A_comment_that_was_only_wrapped_anew_did_not_change()
    {
        var head = Documented.Replace("the amount, which", "the amount,\n    /// which", StringComparison.Ordinal).Replace("return amount;", "return Math.Abs(amount);", StringComparison.Ordinal);
        Assert.Equal(Status.Fail, Edited(head, 10, ["        return Math.Abs(amount);"], ["        return amount;"]).Of("comments_reviewed").Status);
    }

    [Fact]
    [Shows("comments_reviewed", Status.Missing)]
    public void Without_the_tree_at_base_nothing_shows_what_became_of_a_comment() =>
        Assert.Equal(Status.Missing, new Lab().File("src/Ledger.cs", Documented).Edited(Samples.Edit("src/Ledger.cs", 9, ["return 1;"])).Of("comments_reviewed").Status);

    [Fact]
    [Shows("readme_complete", Status.Pass)]
    public void A_readme_says_what_it_is_and_how_to_build_test_run_and_configure_it() =>
        Assert.Equal(Status.Pass, new Lab().File("README.md", Readme).Of("readme_complete").Status);

    [Theory]
    [Shows("readme_complete", Status.Fail)]
    [InlineData("# Payments\n\n## Build\n\n## Test\n\n## Run\n\n## Configuration\n")]
    [InlineData("# Payments\n\n## Build\nTODO\n\n## Test\nTBD\n\n## Run\n<!-- later we write how to run it -->\n\n## Configuration\n![badge](https://example.org/badge.svg)\n")]
    public void Headings_alone_say_nothing(string text)
    {
        var finding = new Lab().File("README.md", text).Of("readme_complete");
        Assert.Equal((Status.Fail, 5), (finding.Status, finding.Locations.Length));
    }

    [Fact]
    [Shows("readme_complete", Status.Missing)]
    public void A_readme_in_another_folder_is_none() => Assert.Equal(Status.Missing, new Lab().File("docs/README.md", Readme).Of("readme_complete").Status);

    [Fact]
    [Shows("links_work", Status.Pass)]
    public void Links_to_files_folders_headings_and_other_sites_work() => Assert.Equal(Status.Pass, new Lab()
        .File("docs/a b.md", "# A  *fine* `Title`!\n\n<a id=\"mark\"></a>\n\n## Twice\n\n## Twice\n\nUnder\n=====\n")
        .File("src/x.cs", "")
        .File("README.md", """
            # Start
            [a](docs/a%20b.md#a--fine-title) [b](<docs/a b.md#twice-1> "title") [c](/src/) [d](#start) ![e](src/x.cs#L3) [f][ref] [g](docs/a%20b.md#mark)
            [h](https://example.org/x) [i](mailto:a@example.org) [j](../../issues) [k](docs/a%20b.md#under) `[code](nowhere.md)` <img src="src/x.cs">

            ```
            [code](nowhere.md)
            ```
            <!-- [hidden](nowhere.md) -->

            [ref]: docs/a%20b.md
            """).Of("links_work").Status);

    [Theory]
    [Shows("links_work", Status.Fail)]
    [InlineData("[a](nowhere.md)")]
    [InlineData("[a](README.md#nowhere)")]
    [InlineData("[a](#nowhere)")]
    [InlineData("![a](no/image.png)")]
    [InlineData("<p><img alt='x' src='no/image.png'></p>")]
    [InlineData("[a]: nowhere.md")]
    [InlineData("[![badge](https://example.org/b.svg)](nowhere.md)")]
    [InlineData("[text\nover lines](nowhere.md)")]
    [InlineData("[a]()")]
    public void A_link_to_nowhere_is_named_with_its_line(string link)
    {
        var finding = new Lab().File("README.md", $"# Start\n\nText.\n\n{link}\n").Of("links_work");
        Assert.Equal(Status.Fail, finding.Status);
        Assert.InRange(Assert.Single(finding.Locations).Line!.Value, 5, 6);
    }

    [Fact]
    public void Without_Markdown_there_is_no_link_to_judge() => Assert.Equal(Status.NotApplicable, new Lab().File("src/x.cs", "").Of("links_work").Status);

    private static Lab Change(string before, string after, string[] added, string[]? removed = null) => new Lab()
        .AtBase("CHANGELOG.md", before).File("CHANGELOG.md", after).Edited(Samples.Edit("CHANGELOG.md", 3, added, removed))
        .File("src/x.cs", "class X;").Edited(Samples.Edit("src/x.cs", 1, ["class X;"]));

    [Fact]
    [Shows("changelog_updated", Status.Pass)]
    public void A_line_in_the_changelog_names_the_change() =>
        Assert.Equal(Status.Pass, Change("# Changes\n\n", "# Changes\n\n- Refunds are whole.\n", ["- Refunds are whole."]).Of("changelog_updated").Status);

    [Theory]
    [Shows("changelog_updated", Status.Fail)]
    [InlineData("## 2.0.0 - 2026-11-22")]
    [InlineData("   ")]
    [InlineData("[2.0.0]: https://example.org/compare/1...2")]
    [InlineData("  -   Deposits are whole.")]
    [InlineData("-")]
    public void A_heading_a_blank_or_a_line_that_stood_there_before_names_nothing(string line) =>
        Assert.Equal(Status.Fail, Change("# Changes\n\n\n- Deposits are whole.\n", $"# Changes\n\n{line}\n", [line], ["- Deposits are whole."]).Of("changelog_updated").Status);

    [Fact]
    [Shows("changelog_updated", Status.Missing)]
    public void Without_a_changelog_nothing_names_the_change() =>
        Assert.Equal(Status.Missing, new Lab().File("src/x.cs", "class X;").Edited(Samples.Edit("src/x.cs", 1, ["class X;"])).Of("changelog_updated").Status);

    [Fact]
    public void A_change_of_documents_alone_needs_no_line() =>
        Assert.Equal(Status.NotApplicable, new Lab().File("README.md", Readme).Edited(Samples.Edit("README.md", 1, ["# Payments"])).Of("changelog_updated").Status);
}
