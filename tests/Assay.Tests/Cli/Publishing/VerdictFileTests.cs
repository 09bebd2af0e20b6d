using Assay.Cli.Publishing;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Tests.Output;

namespace Assay.Tests.Cli.Publishing;

/// <summary>A verdict is read back as it was written, and one that does not agree with itself is not published.</summary>
public sealed class VerdictFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    /// <summary>Catches a verdict that is published as another one than was written.</summary>
    [Fact]
    public void What_check_wrote_is_read_back_with_its_outcome_and_components()
    {
        foreach (var (name, make) in Verdicts.All)
        {
            var verdict = make();
            if (verdict.Change.Dirty) continue;
            var read = Read(VerdictFormatsTests.Write(verdict, "json"));
            Assert.Equal((name, verdict.Outcome, verdict.Change.Head, verdict.Run, verdict.Weakened.Length), (name, read.Outcome, read.Head, read.Run, read.Weakened));
            Assert.Equal(verdict.Components.Select(component => component.Id), read.Components.Select(component => component.Id));
            Assert.Equal(verdict.Outcome == Outcome.Pass, read.Components.All(component => component.Outcome == Outcome.Pass));
        }
    }

    /// <summary>Catches a blocked verdict that somebody made a pass by one word, and other contradictions.</summary>
    [Theory]
    [InlineData("\"verdict\": \"blocked\"", "\"verdict\": \"pass\"")]
    [InlineData("\"verdict\": \"blocked\"", "\"verdict\": \"adopting\"")]
    [InlineData("\"verdict\": \"blocked\"", "\"verdict\": \"fine\"")]
    [InlineData("\"status\": \"fail\"", "\"status\": \"pass\"")]
    [InlineData("\"status\": \"fail\"", "\"status\": \"splendid\"")]
    [InlineData("\"dirty\": false", "\"dirty\": true")]
    [InlineData("assay/verdict/v1", "assay/verdict/v9")]
    [InlineData("\"components\": [", "\"components\": [], \"others\": [")]
    [InlineData("\"head\":", "\"tail\":")]
    [InlineData("\"dirty\": false", "\"dirty\": \"no\"")]
    public void A_verdict_that_contradicts_itself_or_lacks_a_field_is_refused(string there, string instead)
    {
        var text = VerdictFormatsTests.Write(Verdicts.Blocked(), "json");
        var at = text.IndexOf(there, StringComparison.Ordinal);
        Assert.True(at >= 0);
        Assert.Equal(PublishErrors.VerdictUnusable, Refusal(text[..at] + instead + text[(at + there.Length)..]).Kind);
    }

    /// <summary>Catches a file that was cut off in the middle, or that is none.</summary>
    [Fact]
    public void A_verdict_cut_off_empty_or_not_there_is_refused()
    {
        var text = VerdictFormatsTests.Write(Verdicts.Pass(), "json");
        foreach (var broken in (string[])[text[..(text.Length / 2)], "", "[]", "null", "{}", "\"verdict\""]) Assert.Equal(PublishErrors.VerdictUnusable, Refusal(broken).Kind);
        var gone = Assert.Throws<AssayException>(() => VerdictFile.Read(_file + ".gone"));
        Assert.Equal(PublishErrors.VerdictUnusable, Assert.Single(gone.Errors).Kind);
    }

    /// <summary>Catches a component without any gate that takes part in a pass.</summary>
    [Fact]
    public void A_component_of_which_nothing_was_shown_is_no_pass()
    {
        var text = VerdictFormatsTests.Write(Verdicts.Pass(), "json").Replace("\"component\": \"payments\"", "\"component\": \"other\"", StringComparison.Ordinal);
        Assert.Equal(PublishErrors.VerdictUnusable, Refusal(text).Kind);
    }

    public void Dispose() => File.Delete(_file);

    private JudgedVerdict Read(string text)
    {
        File.WriteAllText(_file, text);
        return VerdictFile.Read(_file);
    }

    private AssayError Refusal(string text) => Assert.Single(Assert.Throws<AssayException>(() => Read(text)).Errors);
}
