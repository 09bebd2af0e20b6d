using Assay.Cli;
using Assay.Tests.Support;

namespace Assay.Tests.Cli.Commands;

/// <summary>--observe-until reports and does not block, for a while, and never hides what it found.</summary>
public sealed class ObserveOptionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Catches an observation that blocks, or one that calls a blocked change anything else than blocked.</summary>
    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-24")]
    [InlineData("2027-02-21")]
    public async Task Until_its_day_a_blocked_verdict_ends_with_0_and_stays_blocked(string until)
    {
        var check = await CheckAsync(Noon, "--observe-until", until);

        Assert.Equal((ExitCodes.Passed, "blocked", until, true),
            (check.Exit, (string?)check.Json!["verdict"], (string?)check.Json["observedUntil"], (bool)check.Json["observing"]!));
        Assert.StartsWith($"BLOCKED (observed only, until {until})  shop", check.FirstLine);
        Assert.Single(check.Weakened, what => what.StartsWith($"flag --observe-until {until}:", StringComparison.Ordinal));
    }

    /// <summary>Catches a last day that ends at midnight of where the machine stands, or before its time.</summary>
    [Theory]
    [InlineData("2026-11-23T23:59:59.999Z", ExitCodes.Passed)]
    [InlineData("2026-11-24T00:00:00Z", ExitCodes.Blocked)]
    [InlineData("2026-11-24T01:30:00+02:00", ExitCodes.Passed)]
    [InlineData("2026-11-23T23:30:00-02:00", ExitCodes.Blocked)]
    public async Task The_day_ends_at_midnight_in_UTC(string now, int exit) =>
        Assert.Equal(exit, (await CheckAsync(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), "--observe-until", "2026-11-23")).Exit);

    /// <summary>Catches a flag that somebody forgot and that goes on letting everything through, and one that ends without a word.</summary>
    [Fact]
    public async Task After_its_day_it_blocks_by_itself_and_says_so()
    {
        var check = await CheckAsync(Noon, "--observe-until", "2026-11-22");

        Assert.Equal((ExitCodes.Blocked, "blocked", "2026-11-22", false),
            (check.Exit, (string?)check.Json!["verdict"], (string?)check.Json["observedUntil"], (bool)check.Json["observing"]!));
        Assert.StartsWith("BLOCKED (no longer observed only: that ended with 2026-11-22)  shop", check.FirstLine);
        Assert.DoesNotContain(check.Weakened, what => what.Contains("observe", StringComparison.Ordinal));
        Assert.Contains(check.Json["notes"]!.AsArray(), note => ((string)note!).Contains("is over, so a blocked verdict stops again", StringComparison.Ordinal));
    }

    /// <summary>Catches an observation for ever, and dates that are read as something else than what was meant.</summary>
    [Theory]
    [InlineData("2027-02-22", "91 days ahead")]
    [InlineData("9999-12-31", "at most 90")]
    [InlineData("23.11.2026", "a day such as")]
    [InlineData("2026-11-31", "a day such as")]
    [InlineData("tomorrow", "a day such as")]
    [InlineData("", "a day such as")]
    public async Task Further_than_90_days_or_no_day_is_refused(string until, string says)
    {
        var check = await CheckAsync(Noon, "--observe-until", until);

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Json is null));
        Assert.Contains(says, check.Error);
        Assert.Contains("ASY1002", check.Error);
    }

    /// <summary>Catches a release that goes out because somebody was only observing.</summary>
    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2026-11-01")]
    public async Task A_deployment_is_never_observed_only(string until)
    {
        var check = await CheckAsync(Noon, "--observe-until", until, "--phase", "deployment");

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Json is null));
        Assert.Contains("A deployment is never observed only", check.Error);
    }

    /// <summary>Catches "could not judge" that is taken for observed.</summary>
    [Theory]
    [InlineData("--standard", "nowhere.yaml", "ASY1101")]
    [InlineData("--base", "nowhere", "ASY1303")]
    public async Task What_could_not_be_judged_still_ends_with_2(string option, string value, string code)
    {
        var check = await CheckAsync(Noon, "--observe-until", "2026-12-01", option, value);

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Error.Contains(code, StringComparison.Ordinal)));
    }

    /// <summary>Catches traces of an observation where nobody asked for one.</summary>
    [Fact]
    public async Task Without_the_option_a_blocked_verdict_blocks()
    {
        var check = await CheckAsync(Noon);

        Assert.Equal((ExitCodes.Blocked, null, false), (check.Exit, (string?)check.Json!["observedUntil"], (bool)check.Json["observing"]!));
        Assert.StartsWith("BLOCKED  shop", check.FirstLine);
    }

    private static async Task<Checked> CheckAsync(DateTimeOffset now, params string[] arguments)
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        return await CheckCommandLine.RunAsync(shop.Files.Root, now, ["-q", .. arguments]);
    }
}
