using Assay.Cli.Publishing;
using Assay.Core.Judging;
using Assay.Core.Rules;
using Assay.Tests.Output;

namespace Assay.Tests.Cli.Publishing;

/// <summary>A check of a distinct name for each component and one for all; green is a pass and nothing else.</summary>
public sealed class CheckRunTests
{
    /// <summary>Catches a component that hides behind another, and a roll-up that is better than its worst component.</summary>
    [Fact]
    public async Task Each_component_has_a_check_of_its_own_and_the_roll_up_is_the_verdict()
    {
        using var published = new Published();
        await published.PublishAsync(Verdicts.Several());
        Assert.Equal(["assay", "assay / ledger", "assay / payments", "assay / web"], published.GitHub.CheckNames.Order());
        Assert.Equal("failure", published.GitHub.Conclusion("assay"));
        Assert.Equal("failure", published.GitHub.Conclusion("assay / ledger"));
        Assert.All(published.GitHub.CheckRuns, run => Assert.Equal((Published.Head, "completed", "3f2a91c04b7e"), ((string)run["head_sha"]!, (string)run["status"]!, (string)run["external_id"]!)));
    }

    /// <summary>Catches a green check where nothing but a pass may be green.</summary>
    [Fact]
    public async Task A_pass_is_green_and_says_what_made_it_laxer()
    {
        using var published = new Published();
        await published.PublishAsync(Verdicts.Pass() with { Weakened = [new Weakening(WeakeningSource.Flag, "--base later")] });
        Assert.Equal(["success", "success"], published.GitHub.CheckRuns.Select(run => (string)run["conclusion"]!));
        Assert.Equal("PASS by production 1.1.0 lightweight, weakened by 1 thing", (string)published.GitHub.CheckRuns[^1]["output"]!["title"]!);
    }

    /// <summary>Catches adopting that is shown as a pass.</summary>
    [Fact]
    public async Task Adopting_is_neutral_and_called_adopting()
    {
        using var published = new Published();
        await published.PublishAsync(Verdicts.Owing());
        Assert.Equal(["neutral", "neutral"], published.GitHub.CheckRuns.Select(run => (string)run["conclusion"]!));
        Assert.StartsWith("ADOPTING by ", (string)published.GitHub.CheckRuns[^1]["output"]!["title"]!);
    }

    /// <summary>Catches debt called a pass, and a pass called debt, by whoever wrote the file.</summary>
    [Fact]
    public void A_pass_with_debt_in_it_is_refused() => Assert.Throws<Core.Errors.AssayException>(() =>
        Published.Read(Verdicts.Owing(), text => text.Replace("\"verdict\": \"adopting\"", "\"verdict\": \"pass\"", StringComparison.Ordinal)));

    /// <summary>Catches evidence that becomes markup in a check, as it may not in a comment.</summary>
    [Fact]
    public async Task Text_of_evidence_mentions_nobody_in_a_check()
    {
        using var published = new Published();
        await published.PublishAsync(Published.Read(Verdicts.Several(), text => text.Replace("no linter ran", "@everyone <img src=x> [a](https://x.example)", StringComparison.Ordinal)), comment: null);
        var summaries = string.Concat(published.GitHub.CheckRuns.Select(run => (string)run["output"]!["summary"]!));
        Assert.Contains("&#64;everyone", summaries);
        Assert.DoesNotContain("@everyone", summaries);
        Assert.DoesNotContain("<img", summaries);
        Assert.DoesNotContain("https://x", summaries);
    }

    /// <summary>Catches a repository of very many components that is refused for too many requests, with blocked ones among those left out.</summary>
    [Fact]
    public void Of_very_many_components_those_that_block_have_a_check_and_the_roll_up_counts_the_rest()
    {
        var one = new JudgedGate("g", Status.Pass, []);
        var verdict = new JudgedVerdict(Outcome.Blocked, Core.Changes.Judged.Change, Published.Head, "r", "production", 0,
            [.. Enumerable.Range(1, 80).Select(i => new JudgedComponent($"c{i}", i > 75 ? Outcome.Blocked : Outcome.Pass, [one]))], ["quiet"]);
        var (rollUp, components) = CheckRun.Of(verdict, "assay", null);
        Assert.Equal(50, components.Length);
        Assert.Equal(["assay / c76", "assay / c77", "assay / c78", "assay / c79", "assay / c80"], components.Where(run => run.Conclusion == "failure").Select(run => run.Name));
        Assert.Contains("30 components of these have no check", rollUp.Summary);
        Assert.Contains("`quiet`", rollUp.Summary);
    }
}
