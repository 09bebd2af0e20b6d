using Assay.Output.Text;

namespace Assay.Tests.Output.Text;

/// <summary>Phrases that have to stay short whatever they count.</summary>
public sealed class WordsTests
{
    /// <summary>Catches a finding over thirty components that names them all.</summary>
    [Theory]
    [InlineData(1, "c1")]
    [InlineData(4, "c1, c2, c3, c4")]
    [InlineData(6, "c1, c2, c3, c4 and 2 more")]
    [InlineData(7, "all 7 components")]
    public void Many_components_are_counted(int concerned, string shown)
    {
        var builder = new VerdictBuilder();
        string[] ids = [.. Enumerable.Range(1, 7).Select(number => $"c{number}")];
        foreach (var id in ids) builder.Healthy(id);
        Assert.Equal(shown, Words.Components(builder.Build(), [.. ids.Take(concerned)]));
    }
}
