using System.Diagnostics;
using Assay.Core.Globs;

namespace Assay.Tests.Globs;

public class GlobTests
{
    [Theory]
    [InlineData("a.cs", "a.cs")]
    [InlineData("*.cs", "a.cs")]
    [InlineData("./src/*.cs", "src/a.cs")]
    [InlineData("/src/*.cs", "src/a.cs")]
    [InlineData("**/*.cs", "a.cs")]
    [InlineData("**/*.cs", "x/y/a.cs")]
    [InlineData("src/**/a.cs", "src/a.cs")]
    [InlineData("src/**/a.cs", "src/x/y/a.cs")]
    [InlineData("src/**/**/a.cs", "src/a.cs")]
    [InlineData("**/a/**/b", "x/a/y/a/z/b")]
    [InlineData("src/**", "src/x")]
    [InlineData("**", "any/thing")]
    [InlineData("src", "src/x/y")]
    [InlineData("src", "src")]
    [InlineData("src/", "src/x/y")]
    [InlineData("**/bin/", "a/bin/b.dll")]
    [InlineData("s?c/[abc].cs", "src/b.cs")]
    [InlineData("[a-f0-9]*.txt", "e1.txt")]
    [InlineData("[!a].txt", "b.txt")]
    [InlineData("[]x].txt", "].txt")]
    [InlineData("*.{cs,fs}", "a.fs")]
    [InlineData("{src,test/**}/*.cs", "test/x/y/a.cs")]
    [InlineData("{a,{b,c}d}", "cd")]
    [InlineData("a{,.bak}", "a")]
    [InlineData("[{]x", "{x")]
    [InlineData("a,b}", "a,b}")]
    [InlineData(@"a\*b", "a*b")]
    [InlineData(@"a\{b", "a{b")]
    [InlineData("a*b*c", "a-b-b-c")]
    [InlineData("Ünï*/日本?", "Ünïcode/日本語")]
    public void A_pattern_matches_what_it_describes(string pattern, string path) => Assert.True(Glob.IsMatch(pattern, path));

    [Theory]
    [InlineData("*.cs", "src/a.cs")]
    [InlineData("*.cs", "a.CS")]
    [InlineData("a?b", "a/b")]
    [InlineData("a[!x]b", "a/b")]
    [InlineData("src/", "src")]
    [InlineData("src/**", "src")]
    [InlineData("src", "srcs/a")]
    [InlineData("src/**/a.cs", "lib/src/a.cs")]
    [InlineData("a**b", "a/b")]
    [InlineData("**/a/b", "a/x/b")]
    [InlineData("*.{cs,fs}", "a.vb")]
    [InlineData("a*b*c", "a-c-b")]
    [InlineData("a", "")]
    [InlineData("**", "")]
    public void A_pattern_matches_nothing_else(string pattern, string path) => Assert.False(Glob.IsMatch(pattern, path));

    [Theory]
    [InlineData("", "the pattern is empty")]
    [InlineData("a[b", "a [ is not closed")]
    [InlineData("a{b,c", "a { is not closed")]
    [InlineData("a{b,{c}", "a { is not closed")]
    [InlineData("a\\", "a \\ has nothing after it")]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "its braces stand for more than 256 patterns")]
    [InlineData("{{{{{{{{{a}}}}}}}}}", "braces are nested deeper than 8")]
    public void A_mistake_is_named_and_the_pattern_matches_nothing(string pattern, string mistake)
    {
        Assert.False(Glob.TryParse(pattern, out _, out var said));
        Assert.Equal(mistake, said);
        Assert.False(Glob.IsMatch(pattern, pattern));
    }

    [Fact]
    public void A_hostile_pattern_takes_no_exponential_time()
    {
        var clock = Stopwatch.StartNew();
        Assert.False(Glob.IsMatch(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 2000)));
        Assert.False(Glob.IsMatch(string.Concat(Enumerable.Repeat("**/a/", 200)) + "b", string.Join('/', Enumerable.Repeat("a", 2000))));
        Assert.False(Glob.IsMatch(new string('{', 4096), "a"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
    }

    /// <summary>A second, naive matcher that tries everything agrees on random small inputs.</summary>
    [Fact]
    public void The_greedy_matcher_agrees_with_one_that_tries_everything()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(3) == 0 ? "**" : Word(random, "ab*?")));
            var path = string.Join('/', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Word(random, "ab")));
            Assert.True(Naive(pattern.Split('/'), path.Split('/')) == Glob.IsMatch(pattern, path), $"{pattern} on {path}");
        }
    }

    private static string Word(Random random, string alphabet) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => alphabet[random.Next(alphabet.Length)]));

    private static bool Naive(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
        {
            return true;
        }
        if (pattern[0] != "**")
        {
            return !path.IsEmpty && NaiveName(pattern[0], path[0]) && Naive(pattern[1..], path[1..]);
        }
        if (pattern.Length == 1)
        {
            return !path.IsEmpty;
        }
        for (var skip = 0; skip <= path.Length; skip++)
        {
            if (Naive(pattern[1..], path[skip..]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool NaiveName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name) =>
        pattern.IsEmpty ? name.IsEmpty
        : pattern[0] == '*' ? NaiveName(pattern[1..], name) || (!name.IsEmpty && NaiveName(pattern, name[1..]))
        : !name.IsEmpty && (pattern[0] == '?' || pattern[0] == name[0]) && NaiveName(pattern[1..], name[1..]);
}
