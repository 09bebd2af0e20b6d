using System.Collections.Immutable;
using System.Text;
using Assay.Core.Changes;
using Assay.Toolchains.Components;

namespace Assay.Tests.Toolchains.Components;

/// <summary>Code does not get out of sight by its name or its place.</summary>
public sealed class EscapedTests
{
    [Theory]
    [InlineData("src/pricing.impl")]
    [InlineData("src/pricing")]
    [InlineData("src/pricing.json")]
    public void A_source_renamed_to_a_name_that_no_source_has_is_named_where_others_use_it(string name)
    {
        var tree = new Tree(("src/index.js", "100644", $"require('./{name[4..]}');\n"), (name, "100644", "module.exports = 1;\n"));
        Assert.Contains("in the place of a source", Named(tree, new ChangedFile(name, "src/pricing.js", ChangeKind.Renamed, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_replaced_by_a_file_that_no_source_is_called_like_is_named_where_others_use_it()
    {
        var tree = new Tree(("src/index.js", "100644", "require(\"./pricing.impl\");\n"), ("src/pricing.impl", "100644", "steal();\n"));
        Assert.Contains("in the place of a source", Named(tree,
            new ChangedFile("src/pricing.js", null, ChangeKind.Deleted, []), new ChangedFile("src/pricing.impl", null, ChangeKind.Added, [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120000", "src/pricing.js", "is a link")]
    [InlineData("120000", "src/outside", "is a link")]
    [InlineData("160000", "vendor/lib", "another repository")]
    [InlineData("100644", ".gitmodules", "another repository")]
    public void Links_and_other_repositories_are_named(string mode, string path, string said) =>
        Assert.Contains(said, Named(new Tree((path, mode, "../../elsewhere")), new ChangedFile(path, null, ChangeKind.Added, [])), StringComparison.Ordinal);

    [Theory]
    [InlineData("export function fee(a: number): number {\n  return a / 100;\n}\n")]
    [InlineData("console.log(1);\n")]
    public void Types_with_code_in_them_are_named(string text)
    {
        foreach (var path in (string[])["src/fee.d.ts", "src/fee.d.mts"])
            Assert.Contains("mere types", Named(new Tree((path, "100644", text)), new ChangedFile(path, null, ChangeKind.Added, [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/fee.d.ts", "100644", "export declare function fee(a: number): number;\nexport interface Fee {\n  of: number;\n}\ndeclare class Box<T> {\n  constructor(of: T);\n  get(): T;\n}\nexport type A = string | number;\n")]
    [InlineData("prices.json", "100644", "{}")]
    [InlineData("AGENTS.md", "120000", "README.md")]
    public void Types_data_and_links_between_texts_are_not(string path, string mode, string text) =>
        Assert.Equal("", Named(new Tree((path, mode, text), ("README.md", "100644", "text"), ("index.js", "100644", "require('./prices.json');\n")),
            new ChangedFile(path, null, ChangeKind.Added, []), new ChangedFile("prices.js", null, ChangeKind.Deleted, [])));

    private static string Named(Tree head, params ChangedFile[] files) => string.Join('\n',
        Escaped.In(new Change(Judged.Change, "repo", "aaa", "main", "bbb", false, [.. files], []), head, null).Select(weakening => weakening.What));

    private sealed class Tree(params (string Path, string Mode, string Text)[] files) : IFileTree
    {
        public ImmutableArray<TreeFile> Files => [.. files.Select(file => new TreeFile(file.Path, file.Mode, file.Text))];

        public byte[]? Read(string path) => files.Where(file => file.Path == path).Select(file => Encoding.UTF8.GetBytes(file.Text)).FirstOrDefault();
    }
}
