namespace Assay.Core.Configurations;

/// <summary>A test whose failing does not count for a while, as assay.yaml says it.</summary>
/// <param name="Test">Its id as reports give it, with arguments; never a pattern.</param>
/// <param name="Until">The last day on which it does not count; that day ends at 24:00 UTC.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Owner">Who mends it.</param>
/// <param name="Line">1-based, in assay.yaml.</param>
public sealed record QuarantinedTest(string Test, DateOnly Until, string Why, string Owner, int Line)
{
    /// <summary>Days that <see cref="Until"/> may lie ahead of the judgement.</summary>
    public const int MostDays = 30;

    /// <summary>
    /// Whether an id is meant as a pattern. Ids are compared as they are, so that a pattern would name nothing; it is refused at once, because whoever writes one
    /// believes in more than stands there. Arguments, and a star between words, are part of a name: <c>Multiplies("2 * 3")</c>, <c>a * b</c>.
    /// </summary>
    public static bool IsPattern(string test)
    {
        var open = test.AsSpan().IndexOfAny('(', '[');
        var name = open < 0 ? test : test[..open];
        return name.Split(['.', '/', '>', ':']).Select(part => part.Trim()).Any(part => part.StartsWith('*') || part.EndsWith('*')) || (open >= 0 && test[open..] is "(*)" or "[*]");
    }
}
