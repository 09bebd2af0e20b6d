using System.Text.Json.Nodes;
using Assay.Cli;
using Assay.Tests.Support;

namespace Assay.Tests.Cli;

/// <summary>assay check --what-if: another standard over the same evidence, which decides nothing.</summary>
public sealed class WhatIfTests
{
    private const string TestsRun = "        fact: tests.run\n        at_least: 1";
    private const string HunksHeld = "        fact: proof.hunks_held\n        at_least: 100 %\n        phase: code_completion\n        profile: ";

    /// <summary>Catches a verdict or an exit code that moves because somebody asked about another standard.</summary>
    [Fact]
    public async Task The_verdict_and_its_exit_code_stay_the_usual_ones()
    {
        using var shop = Proven();
        var usual = await CheckAsync(shop);
        foreach (var other in (string[])[StandardsRepository.Own(TestsRun, "        fact: tests.run\n        at_least: 500"), StandardsRepository.Own(TestsRun, "        fact: tests.run\n        at_least: 0.1"), Nothing])
        {
            var asked = await CheckAsync(shop, other);
            Assert.Equal((usual.Exit, "production"), (asked.Exit, (string?)asked.Json!["standard"]!["name"]));
            foreach (var part in (string[])["verdict", "profile", "gates", "facts", "evidence", "weakened"])
                Assert.True(JsonNode.DeepEquals(usual.Json![part], asked.Json[part]), part);
            Assert.NotNull(asked.Json["whatIf"]);
        }
        Assert.Null(usual.Json!["whatIf"]);
    }

    /// <summary>Catches a stricter bound that is not held against what was measured.</summary>
    [Fact]
    public async Task A_stricter_bound_would_block()
    {
        using var shop = Proven();
        var whatIf = (await CheckAsync(shop, StandardsRepository.Own(TestsRun, "        fact: tests.run\n        at_least: 500"))).Json!["whatIf"]!;

        var blocks = Assert.Single(whatIf["blocks"]!.AsArray())!;
        Assert.Equal(("a", "tests_run", "pass", "fail", "1 test, needs ≥ 500"),
            ((string?)blocks["component"], (string?)blocks["id"], (string?)blocks["status"], (string?)blocks["wouldBe"], (string?)blocks["reason"]));
        var bound = Assert.Single(whatIf["bounds"]!.AsArray())!;
        Assert.Equal(("tests_run", "≥ 1", "≥ 500"), ((string?)bound["id"], (string?)bound["required"], (string?)bound["wouldRequire"]));
        Assert.Empty(whatIf["blocksNoMore"]!.AsArray());
    }

    /// <summary>Catches what this run had no evidence of and that is taken as given.</summary>
    [Fact]
    public async Task What_nobody_collected_would_be_missing()
    {
        using var shop = Proven();
        var usual = await CheckAsync(shop);
        Assert.Equal("not_due", Status(usual, "hunks_held"));
        var asked = await CheckAsync(shop, StandardsRepository.Own($"{HunksHeld}enterprise", $"{HunksHeld}lightweight"));

        var blocks = Assert.Single(asked.Json!["whatIf"]!["blocks"]!.AsArray(), one => (string?)one!["id"] == "hunks_held")!;
        Assert.Equal(("not_due", "missing"), ((string?)blocks["status"], (string?)blocks["wouldBe"]));
        Assert.Contains("hunks_held", asked.Text);
        Assert.Contains("would be missing: nothing shows", asked.Text);
    }

    /// <summary>Catches a laxer standard that goes in because nothing said what it lets through.</summary>
    [Fact]
    public async Task What_would_block_no_more_is_named_and_so_is_what_is_not_asked_any_more()
    {
        using var shop = Proven();
        var asked = await CheckAsync(shop, Nothing);
        var whatIf = asked.Json!["whatIf"]!;

        Assert.Empty(whatIf["blocks"]!.AsArray());
        Assert.Contains(whatIf["blocksNoMore"]!.AsArray(), one => (string?)one!["id"] == "secrets" && (string?)one["status"] == "missing" && one["wouldBe"] is null);
        Assert.Contains(whatIf["bounds"]!.AsArray(), one => (string?)one!["id"] == "coverage_lines" && (string?)one["required"] == "≥ 90 %" && one["wouldRequire"] is null);
        Assert.Contains("would not be asked", asked.Text);
    }

    /// <summary>Catches routing and bounds of one standard that are mixed with the criteria of the other.</summary>
    [Fact]
    public async Task It_chooses_its_own_profile_and_names_bounds_that_do_not_fit_it()
    {
        using var shop = Proven("schema: assay/config/v1\nbounds: { coverage_lines: 95 % }\n");
        var whatIf = (await CheckAsync(shop, Nothing)).Json!["whatIf"]!;

        Assert.Equal(("enterprise", "a/src/index.js is sensitive"), ((string?)whatIf["profile"], (string?)whatIf["profileReason"]));
        Assert.Equal("bounds: nothing 1.0.0 has no criterion coverage_lines", (string?)Assert.Single(whatIf["misfits"]!.AsArray()));
    }

    /// <summary>Catches a standard that cannot be read and is passed over in silence.</summary>
    [Fact]
    public async Task A_standard_that_cannot_be_had_ends_the_check()
    {
        using var shop = Proven();
        var check = await CheckCommandLine.RunAsync(shop.Files.Root, DateTimeOffset.UtcNow, "--what-if", "nowhere.yaml");

        Assert.Equal((ExitCodes.CouldNotJudge, true), (check.Exit, check.Error.Contains("ASY1101", StringComparison.Ordinal)));
    }

    /// <summary>Catches a second run of the tools.</summary>
    [Fact]
    public async Task Nothing_is_collected_twice()
    {
        using var shop = new JudgedRepository();
        var counter = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():n}");
        try
        {
            shop.Files.Write(".gitignore", ".assay/\n").Write("a.txt", "text\n").Write("assay.yaml", $$"""
                schema: assay/config/v1
                components:
                  - id: a
                    commands:
                      test: |
                        echo once >> {{counter}}
                        printf '<testsuites tests="1"><testsuite name="s" tests="1"><testcase classname="c" name="works"/></testsuite></testsuites>' > "$EVIDENCE_DIR/junit.xml"

                """).Commit("a command");
            var standard = Path.Combine(shop.Files.Root, ".assay", "own.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(standard)!);
            File.WriteAllText(standard, StandardsRepository.Own(TestsRun, "        fact: tests.run\n        at_least: 500"));
            var verdict = await Pipeline.RunAsync(
                new Assay.Cli.Commands.CheckOptions(shop.Files.Root, null, null, Core.Standards.Phase.CodeCompletion, null, null, [], Collect: true, ShowSources: false, Artifact: null) { WhatIf = standard },
                JudgedRepository.NoProgress, new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System), TestContext.Current.CancellationToken);

            Assert.Equal("once\n", File.ReadAllText(counter));
            Assert.Contains(verdict.WhatIf!.Blocks, one => one.Criterion == "tests_run");
        }
        finally
        {
            File.Delete(counter);
        }
    }

    /// <summary>A standard of one criterion, which is due for one changed file.</summary>
    private static readonly string Nothing = """
        schema: assay/standard/v1
        name: nothing
        version: 1.0.0
        routing: { standard_from: 1, enterprise_from: 1000, sensitive: ["a/**"] }
        gates:
          - id: tdd_compliance
            title: Tests
            why: Tests.
            criteria:
              - id: tests_run
                fact: tests.run
                at_least: 1
                phase: code_completion
                profile: lightweight
                by: author
                why: Tests.
                remedy: Test.

        """ + StandardsRepository.Production[StandardsRepository.Production.IndexOf("targets:\n", StringComparison.Ordinal)..];

    private static string? Status(Checked check, string criterion) =>
        (string?)check.Json!["gates"]!.AsArray().SelectMany(gate => gate!["criteria"]!.AsArray()).First(one => (string?)one!["id"] == criterion)!["status"];

    /// <summary>A change of one of two components, with its test and coverage.</summary>
    private static JudgedRepository Proven(string yaml = "schema: assay/config/v1\n")
    {
        var shop = JudgedRepository.OfPackages("a", "b");
        shop.Files.Write("assay.yaml", yaml).Commit("configures");
        return shop.Change("a/src/index.js", "export function one() {\n  return 3;\n}\n").Prove("a");
    }

    private static async Task<Checked> CheckAsync(JudgedRepository shop, string? standard = null)
    {
        if (standard is null) return await CheckCommandLine.RunAsync(shop.Files.Root, Later);
        var file = Path.Combine(shop.Files.Root, ".assay", "other.yaml");
        await File.WriteAllTextAsync(file, standard);
        return await CheckCommandLine.RunAsync(shop.Files.Root, Later, "--what-if", file);
    }

    private static readonly DateTimeOffset Later = DateTimeOffset.UtcNow.AddMinutes(10);
}
