using Assay.Cli;
using Assay.Tests.Support;

namespace Assay.Tests.Cli;

/// <summary>An organisation's standard through the whole command: named on the command line or in assay.yaml, at head and at base.</summary>
public sealed class PinnedStandardTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    /// <summary>Catches a verdict that does not say which bytes it was judged by.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_is_judged_by_it(bool onCommandLine)
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        if (!onCommandLine) shop.Files.Write("assay.yaml", Yaml(standards.Reference(hex))).Commit("adopts");
        var check = await CheckAsync(shop, standards, onCommandLine ? ["--standard", standards.Reference(hex)] : []);

        Assert.Equal((ExitCodes.Blocked, "strict", "2.0.0", $"sha256:{hex}"),
            (check.Exit, (string?)check.Json!["standard"]!["name"], (string?)check.Json["standard"]!["version"], (string?)check.Json["standard"]!["digest"]));
    }

    /// <summary>Catches a judgement by another standard, or an exit code that could be taken for a verdict, where the pinned one cannot be had.</summary>
    [Theory]
    [InlineData("digest", "ASY1106")]
    [InlineData("path", "ASY1105")]
    [InlineData("revision", "ASY1105")]
    [InlineData("gone", "ASY1104")]
    [InlineData("form", "ASY1107")]
    [InlineData("mistake", "ASY1102")]
    public async Task What_cannot_be_had_is_not_judged(string wrong, string code)
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(wrong == "mistake" ? "schema: assay/standard/v1\n" : StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        var reference = wrong switch
        {
            "digest" => standards.Reference(new string('0', 64)),
            "path" => standards.Reference(hex, path: "none.yaml"),
            "revision" => standards.Reference(hex, "v9"),
            "form" => standards.Reference(hex[..10]),
            "gone" => standards.Reference(hex).Replace("/standards#", "/nowhere#"),
            _ => standards.Reference(hex),
        };
        var check = await CheckAsync(shop, standards, "--standard", reference);

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Json is null));
        Assert.Contains(code, check.Error);
        Assert.Contains("->", check.Error);
    }

    /// <summary>Catches a change that is judged by the laxer standard that it brings, and one that swaps the standard without a word.</summary>
    [Fact]
    public async Task A_change_that_pins_a_laxer_standard_is_judged_by_both_and_the_loosening_is_named()
    {
        using var standards = new StandardsRepository();
        var strict = standards.Publish(StandardsRepository.Own());
        var lax = standards.Publish(StandardsRepository.Own("        fact: tests.run\n        at_least: 1", "        fact: tests.run\n        at_least: 0.5"));
        standards.Files.Git("tag", "lax");
        standards.Files.Git("tag", "strict", "HEAD~1");
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Write("assay.yaml", Yaml(standards.Reference(strict, "strict"))).Commit("adopts");
        shop.Change("assay.yaml", Yaml(standards.Reference(lax, "lax")));
        var check = await CheckAsync(shop, standards);

        Assert.Contains(check.Weakened, what => what.StartsWith("rule changes the standard from git+", StringComparison.Ordinal));
        Assert.Contains("rule tests_run: needs ≥ 0.5 instead of ≥ 1", check.Weakened);
        Assert.Equal($"sha256:{lax}", (string?)check.Json!["standard"]!["digest"]);
    }

    /// <summary>Catches another address for the same bytes that goes in unseen: the next digest would be looked for there.</summary>
    [Fact]
    public async Task Another_address_with_the_same_digest_is_a_change_of_the_standard()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Write("assay.yaml", Yaml(standards.Reference(hex))).Commit("adopts");
        shop.Change("assay.yaml", Yaml(standards.Reference(hex, "main")));

        Assert.Contains((await CheckAsync(shop, standards)).Weakened, what => what.StartsWith("rule changes the standard from git+", StringComparison.Ordinal));
    }

    /// <summary>Catches rules at base that fall silent because the network is down.</summary>
    [Fact]
    public async Task A_standard_at_base_that_cannot_be_reached_is_not_left_out()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Write("assay.yaml", Yaml(standards.Reference(hex).Replace("/standards#", "/nowhere#"))).Commit("adopts");
        shop.Change("assay.yaml", "schema: assay/config/v1\n");
        var check = await CheckAsync(shop, standards);

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Error.Contains("ASY1104", StringComparison.Ordinal)));
    }

    /// <summary>Catches a pin that broke at base and then blocks the very change that mends it without a verdict; and one that is dropped without anybody's approval.</summary>
    [Fact]
    public async Task A_standard_at_base_that_is_there_no_more_is_named_and_needs_approval()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Write("assay.yaml", Yaml(standards.Reference(new string('0', 64)))).Commit("adopts");
        shop.Change("assay.yaml", Yaml(standards.Reference(hex)));
        var check = await CheckAsync(shop, standards);

        Assert.Equal(ExitCodes.Blocked, check.Exit);
        Assert.Contains(check.Weakened, what => what.StartsWith("rule the standard at base cannot be had any more, and production stands for it", StringComparison.Ordinal));
    }

    /// <summary>Catches a standard of the caller that is looked for in the judged repository at base.</summary>
    [Fact]
    public async Task Named_on_the_command_line_it_holds_on_both_sides()
    {
        using var standards = new StandardsRepository();
        var hex = standards.Publish(StandardsRepository.Own());
        using var shop = JudgedRepository.OfPackages("a");
        shop.Change("a/src/index.js", "export const one = () => 2;\n");
        var check = await CheckAsync(shop, standards, "--standard", standards.Reference(hex));

        Assert.DoesNotContain(check.Weakened, what => what.Contains("standard", StringComparison.Ordinal));
        Assert.Equal("strict", (string?)check.Json!["standard"]!["name"]);
    }

    private static string Yaml(string standard) => $"schema: assay/config/v1\nstandard: {standard}\n";

    private static Task<Checked> CheckAsync(JudgedRepository shop, StandardsRepository standards, params string[] arguments) =>
        CheckCommandLine.RunAsync(shop.Files.Root, Now, standards.Cache, ["-q", .. arguments]);
}
