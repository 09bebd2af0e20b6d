using Assay.Core.Measuring.Operations.PromQl;

namespace Assay.Tests.Measuring.Operations;

/// <summary>Whatever stands where an expression should stand, there is an answer.</summary>
public sealed class HostilePromQlTests
{
    private static readonly string[] Good = [AlertRules.Errors, AlertRules.Latency, AlertRules.External, "1 - a_ratio{x!=\"\\\"\"} > (14.4 * 0.001) or b > -.5e-3"];

    private const string Signs = "(){}[]<>=!+-*/%^,:'\"`0.e@";

    [Fact]
    public void Every_beginning_of_an_expression_has_an_answer()
    {
        foreach (var good in Good)
            for (var length = 0; length <= good.Length; length++) Answered(good[..length]);
    }

    [Fact]
    public void Every_mutation_of_an_expression_has_an_answer()
    {
        var random = new Random(2026);
        for (var round = 0; round < 5000; round++)
        {
            var text = Good[random.Next(Good.Length)].ToCharArray();
            for (var edit = random.Next(1, 6); edit > 0; edit--) text[random.Next(text.Length)] = random.Next(3) == 0 ? (char)random.Next(32, 300) : Signs[random.Next(Signs.Length)];
            Answered(new string(text));
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("1+")]
    [InlineData("{")]
    public void Deep_and_long_expressions_end(string piece) => Answered(string.Concat(Enumerable.Repeat(piece, 20_000)) + "1 > 0");

    private static void Answered(string expression) => Assert.All(PromComparison.All(expression, new Dictionary<string, string>()), way => Assert.True(way.Comparison is null != way.Reason is null));
}
