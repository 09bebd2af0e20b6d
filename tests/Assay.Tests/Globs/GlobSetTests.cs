using Assay.Core.Globs;

namespace Assay.Tests.Globs;

public class GlobSetTests
{
    [Fact]
    public void Any_pattern_of_a_set_may_match()
    {
        var set = new GlobSet(["src/**/*.cs", "*.md"]);
        Assert.True(set.IsMatch("src/a/b.cs"));
        Assert.True(set.IsMatch("README.md"));
        Assert.False(set.IsMatch("docs/README.md"));
    }

    [Fact]
    public void A_set_without_patterns_matches_nothing()
    {
        Assert.True(new GlobSet([]).IsEmpty);
        Assert.False(new GlobSet([]).IsMatch("a"));
    }

    [Fact]
    public void Patterns_that_find_nothing_are_named_and_so_are_broken_ones()
    {
        var set = new GlobSet(["*.cs", "*.vb", "a[", "*.md"]);
        Assert.Equal(["*.vb", "a["], set.Unmatched(["x.cs", "y.md"]));
    }
}
