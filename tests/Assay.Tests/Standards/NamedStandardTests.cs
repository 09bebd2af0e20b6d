using Assay.Cli;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Tests.Standards;

/// <summary>A standard that is laxer than the one that is expected in its place is seen in every verdict.</summary>
public sealed class NamedStandardTests
{
    private static readonly Standard Production = BuiltInStandards.Load("production")!;

    /// <summary>Catches a copy with lower bounds that every output calls by the name of the real one.</summary>
    [Fact]
    public void A_laxer_copy_under_the_built_in_name_is_named()
    {
        var copy = Copy("at_least: 90 %", "at_least: 1 %");

        var weakening = Assert.Single(NamedStandard.Weakens(copy, null, null));

        Assert.Equal(WeakeningSource.Setting, weakening.Source);
        Assert.StartsWith("the standard calls itself production 1.1.0, and asks less than that: coverage_lines: needs ≥ 1 % instead of ≥ 90 %", weakening.What, StringComparison.Ordinal);
    }

    /// <summary>Catches a flag that switches the standard for a laxer one without a word.</summary>
    [Fact]
    public void A_laxer_standard_that_the_command_names_is_a_flag()
    {
        var other = Copy("name: production\n", "name: small\n", "at_least: 90 %", "at_least: 1 %");

        var weakening = Assert.Single(NamedStandard.Weakens(other, "small.yaml", Production));

        Assert.Equal(WeakeningSource.Flag, weakening.Source);
        Assert.StartsWith("--standard small.yaml asks less than production 1.1.0, which stands without it: coverage_lines", weakening.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_one_and_a_stricter_one_are_not_named()
    {
        Assert.Empty(NamedStandard.Weakens(Production, "production", Production));
        Assert.Empty(NamedStandard.Weakens(Copy("at_least: 90 %", "at_least: 95 %"), "strict.yaml", Production));
    }

    private static Standard Copy(params string[] edits)
    {
        var text = BuiltInStandards.Find("production")!;
        for (var at = 0; at < edits.Length; at += 2)
        {
            Assert.Contains(edits[at], text, StringComparison.Ordinal);
            text = text.Replace(edits[at], edits[at + 1], StringComparison.Ordinal);
        }
        return StandardLoader.Load(text, "copy.yaml", "sha256:" + string.Join(' ', edits));
    }
}
