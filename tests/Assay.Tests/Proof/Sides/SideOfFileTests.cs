using Assay.Core.Configurations;
using Assay.Proof.Sides;
using Assay.Tests.Toolchains;
using Assay.Toolchains.Components;

namespace Assay.Tests.Proof.Sides;

public sealed class SideOfFileTests
{
    private static readonly SideOfFile Sides = Of(
        ("package.json", "{}"), ("src/fee.js", ""), ("src/mails/refund.md", ""), ("src/README.md", ""), ("src/rates.json", ""), ("docs/guide.md", ""), ("docs/example.js", ""), ("README.md", ""),
        ("test/fee.test.js", ""), ("test/fixtures/rates.json", ""), ("vitest.config.mjs", ""), ("package-lock.json", ""), (".github/workflows/ci.yml", ""), ("deploy", ""), ("eslint.config.mjs", ""));

    /// <summary>Catches what changes behaviour, and is called text, data or a tool: a change of it would be "documentation".</summary>
    [Theory]
    [InlineData("src/fee.js")]
    [InlineData("src/mails/refund.md")]
    [InlineData("src/rates.json")]
    [InlineData("docs/example.js")]
    [InlineData("deploy")]
    public void What_changes_behaviour_is_production(string path) => Assert.Equal(Side.Production, Sides.Of(path));

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/README.md")]
    [InlineData("docs/guide.md")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("eslint.config.mjs")]
    public void Text_and_settings_of_other_tools_ask_for_no_test(string path) => Assert.Equal(Side.Other, Sides.Of(path));

    /// <summary>Catches red that lacks what its tests need, and so fails for the wrong reason.</summary>
    [Theory]
    [InlineData("test/fee.test.js")]
    [InlineData("test/fixtures/rates.json")]
    [InlineData("vitest.config.mjs")]
    public void What_tests_need_comes_with_them(string path) => Assert.Equal(Side.Test, Sides.Of(path));

    [Theory]
    [InlineData("package.json")]
    [InlineData("package-lock.json")]
    public void What_is_installed_stays_as_it_was_where_that_can_be_set_up(string path) => Assert.Equal(Side.Manifest, Sides.Of(path));

    private static SideOfFile Of(params (string, string)[] files)
    {
        var tree = FolderTree.Of(files);
        return new SideOfFile(tree, ComponentFinder.Locate(tree, "", "shop", Configuration.Default));
    }
}
