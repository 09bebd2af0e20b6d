using Assay.Core.Judging;
using Assay.Core.Standards;
using Assay.Tests.Support;

namespace Assay.Tests.Cli;

/// <summary>A repository of several components, judged through the whole pipeline.</summary>
public sealed class ComponentsTests
{
    [Fact]
    public void A_change_is_judged_for_the_component_that_it_touches_and_no_other()
    {
        using var shop = JudgedRepository.OfPackages("services/a", "services/b", "services/c");
        var verdict = shop.Change("services/b/src/index.js", "export const one = () => 2;\n").Check();

        Assert.Equal(["services-a", "services-b", "services-c"], verdict.Components.Select(component => component.Id));
        Assert.Equal(["services-b"], verdict.Judged());
        Assert.All(verdict.Gates, gate => Assert.Equal("services-b", gate.Component));
    }

    [Fact]
    public void What_depends_on_the_touched_component_is_judged_too_also_through_others()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c", "d");
        shop.Package("b", """{ "name": "@shop/b", "dependencies": { "@shop/a": "workspace:*" } }""").Package("c", """{ "name": "@shop/c", "dependencies": { "@shop/b": "1" } }""");
        shop.Files.Commit("uses");

        Assert.Equal(["a", "b", "c"], shop.Change("a/src/index.js", "export const one = () => 2;\n").Check().Judged());
    }

    [Fact]
    public void Components_that_use_each_other_are_judged_together()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Package("a", """{ "name": "@shop/a", "dependencies": { "@shop/b": "1" } }""").Package("b", """{ "name": "@shop/b", "dependencies": { "@shop/a": "1" } }""");
        shop.Files.Commit("a circle");

        Assert.Equal(["a", "b"], shop.Change("b/src/index.js", "export const one = () => 2;\n").Check().Judged());
    }

    [Fact]
    public void A_component_that_assay_yaml_says_depends_on_another_is_judged_with_it()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Files.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a }\n  - { id: b, path: b }\n  - { id: c, path: c, depends_on: [a] }\n").Commit("declared");

        Assert.Equal(["a", "c"], shop.Change("a/src/index.js", "export const one = () => 2;\n").Check().Judged());
    }

    /// <summary>Catches a kind that is overruled without a word: its owner would wonder why page speed is asked of a library.</summary>
    [Fact]
    public void A_declared_kind_that_the_sources_do_not_bear_out_is_said()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Package("a", """{ "name": "@shop/a", "private": true, "dependencies": { "express": "5" } }""").Package("b", """{ "name": "@shop/b", "exports": "./src/index.js" }""");
        shop.Files.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a, kind: library }\n  - { id: b, path: b, kind: library }\n").Commit("declared");

        var notes = shop.Change("a/src/index.js", "export const one = () => 2;\n").Change("b/src/index.js", "export const one = () => 2;\n").Check().Notes;

        Assert.Contains("a: assay.yaml calls it a library, which its sources do not show, so what is asked of any kind is asked of it", notes);
        Assert.DoesNotContain(notes, note => note.StartsWith("b:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("package-lock.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void A_file_above_all_touches_all(string file)
    {
        using var shop = JudgedRepository.OfPackages("x/a", "x/b", "y/c");

        Assert.Equal(["x-a", "x-b", "y-c"], shop.Change(file, "<Project />\n").Check().Judged());
    }

    [Fact]
    public void A_file_in_a_folder_between_touches_those_below_it_and_who_answers_for_the_rest()
    {
        using var shop = JudgedRepository.OfPackages("w/z", "x/a", "x/b", "y/c");

        Assert.Equal(["w-z", "x-a", "x-b"], shop.Change("x/tsconfig.base.json", "{}\n").Check().Judged());
    }

    [Theory]
    [InlineData("b/README.md")]
    [InlineData("b/runbooks/errors.md")]
    [InlineData("b/threat-model.yaml")]
    public void Documentation_and_records_touch_their_component(string file)
    {
        using var shop = JudgedRepository.OfPackages("a", "b");

        Assert.Equal(["b"], shop.Change(file, "# Text\n").Check().Judged());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("deploy/service.yaml")]
    [InlineData(".github/workflows/ci.yml")]
    public void A_change_beside_all_components_is_never_an_empty_pass(string file)
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        var verdict = shop.Change(file, "text: 1\n").Check();

        Assert.Equal(["a"], verdict.Judged());
        Assert.Equal((Outcome.Blocked, Status.Missing), (verdict.Outcome, verdict.StatusOf("a", "tests_pass")));
    }

    [Fact]
    public void A_sensitive_file_beside_all_components_still_asks_for_a_second_review()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        Assert.Equal(Status.Missing, shop.Change(".github/workflows/ci.yml", "on: push\n").Check().StatusOf("a", "security_review_approved"));
    }

    [Fact]
    public void What_lies_beside_all_components_is_part_of_what_the_first_ones_evidence_is_bound_to()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Prove("a", "b");
        var verdict = shop.Change("deploy/service.yaml", "password: changed\n").Check();

        Assert.Equal(Status.Stale, verdict.StatusOf("a", "tests_pass"));
    }

    [Fact]
    public void A_state_judges_all_and_takes_the_evidence_of_what_did_not_change()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Prove("a", "b");
        shop.Files.Write("b/src/index.js", "export function one() {\n  return 2;\n}\n").Commit("b alone");
        var verdict = shop.Check();

        Assert.Equal(["a", "b"], verdict.Judged());
        Assert.Equal((Status.Pass, Status.Stale), (verdict.StatusOf("a", "tests_pass"), verdict.StatusOf("b", "tests_pass")));
        Assert.Equal(Outcome.Blocked, verdict.Outcome);
    }

    [Fact]
    public void A_deployment_judges_all() =>
        Assert.Equal(["a", "b"], Using(JudgedRepository.OfPackages("a", "b"), shop => shop.Change("b/src/index.js", "export const one = 1;\n").Check(Phase.Deployment).Judged()));

    [Fact]
    public void Evidence_of_what_uses_a_changed_component_is_of_other_content()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Package("b", """{ "name": "@shop/b", "dependencies": { "@shop/a": "1" } }""").Files.Commit("uses");
        shop.Prove("a", "b", "c");
        shop.Files.Write("a/src/index.js", "export function one() {\n  return 2;\n}\n").Commit("a alone");
        var verdict = shop.Check();

        Assert.Equal((Status.Stale, Status.Stale, Status.Pass), (verdict.StatusOf("a", "tests_pass"), verdict.StatusOf("b", "tests_pass"), verdict.StatusOf("c", "tests_pass")));
    }

    [Fact]
    public void One_component_that_blocks_blocks_however_good_the_others_are()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Prove("a", "c");
        var verdict = shop.Check();

        Assert.Equal((Status.Pass, Status.Missing, Status.Pass), (verdict.StatusOf("a", "tests_pass"), verdict.StatusOf("b", "tests_pass"), verdict.StatusOf("c", "tests_pass")));
        Assert.Equal(Outcome.Blocked, verdict.Outcome);
    }

    [Fact]
    public void A_component_s_own_least_profile_raises_what_is_due_for_it_alone()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Files.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a, profile: enterprise }\n  - { id: b, path: b }\n").Commit("declared");
        shop.Prove("a", "b");
        shop.Files.Branch("change").Write("a/src/index.js", "export const one = 1;\n").Write("b/src/index.js", "export const one = 1;\n").Commit("both");
        shop.Files.Git("tag", "v1.0.0", "main");
        var verdict = shop.Check();

        Assert.Equal(Profile.Lightweight, verdict.Profile);
        Assert.Equal((Status.Missing, Status.NotDue), (verdict.StatusOf("a", "coverage_critical_paths"), verdict.StatusOf("b", "coverage_critical_paths")));
    }

    [Fact]
    public void A_component_s_least_profile_cannot_be_taken_away_by_the_change_that_it_judges()
    {
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a, profile: enterprise }\n").Commit("declared");
        shop.Files.Git("tag", "v1.0.0");
        var verdict = shop.Change("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a }\n").Check(profile: Profile.Lightweight);

        Assert.True(verdict.Weakens("lowers its least profile from enterprise to none"));
        Assert.Equal((Status.Fail, Status.Missing), (verdict.StatusOf("a", "rules_kept"), verdict.StatusOf("a", "coverage_critical_paths")));
    }

    [Fact]
    public void Sources_beside_the_declared_components_are_a_finding_of_a_state()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Files.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a }\n").Commit("a alone");
        var finding = shop.Check().Of("a", "evidence_taken");

        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(finding.Locations, place => place.File == "b/src/index.js");
    }

    [Fact]
    public void A_detected_component_whose_manifest_goes_while_its_sources_stay_is_named()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Files.Branch("change").Delete("b/package.json").Commit("no component");
        var verdict = shop.Check();

        Assert.True(verdict.Weakens("removes the component in b, whose sources stay"));
        Assert.All(verdict.Judged(), id => Assert.Equal(Status.Fail, verdict.StatusOf(id, "rules_kept")));
    }

    [Fact]
    public void A_detected_component_that_a_new_assay_yaml_leaves_out_is_named()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");

        Assert.True(shop.Change("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: a, path: a }\n").Check().Weakens("removes the component in b"));
    }

    [Fact]
    public void A_component_that_goes_with_its_sources_and_one_that_is_divided_are_no_removal()
    {
        using var shop = JudgedRepository.OfPackages("a", "b", "c");
        shop.Files.Branch("change");
        shop.Files.Git("rm", "-rq", "c");
        shop.Package("a/inner").Files.Commit("two more, one less");

        Assert.False(shop.Check().Weakens("removes the component"));
    }

    [Fact]
    public void Evidence_that_is_copied_to_another_component_shows_nothing_for_it()
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Prove("a");
        Copy(shop.Files.FullPath(".assay/evidence/a"), shop.Files.FullPath(".assay/evidence/b"));
        var copied = shop.Check();
        Assert.Equal((Status.Pass, Status.Missing, Status.Fail), (copied.StatusOf("a", "tests_pass"), copied.StatusOf("b", "tests_pass"), copied.StatusOf("b", "evidence_taken")));

        var record = shop.Files.FullPath(".assay/evidence/b/node-test/record.json");
        File.WriteAllText(record, File.ReadAllText(record).Replace("\"component\": \"a\"", "\"component\": \"b\"", StringComparison.Ordinal));
        Assert.Equal(Status.Stale, shop.Check().StatusOf("b", "tests_pass"));
    }

    [Theory]
    [InlineData("a/src/index.js", "a/test/index.js")]
    [InlineData("a/src/index.js", "a/fixtures/index.js")]
    [InlineData("a/src/index.js", "b/test/index.js")]
    [InlineData("a/src/index.js", "a/dist/index.js")]
    public void Production_code_that_moves_to_where_no_test_is_asked_for_it_is_named(string from, string to)
    {
        using var shop = JudgedRepository.OfPackages("a", "b");
        shop.Files.Write("a/src/other.js", "export const two = 2;\n").Commit("more");
        shop.Files.Branch("change").Write(to, "export function one() {\n  return 1;\n}\n").Delete(from).Commit("moved");
        var verdict = shop.Check();

        Assert.Contains(verdict.Weakened, weakening => weakening.Location?.File == to && (weakening.What.Contains("was production code", StringComparison.Ordinal) || weakening.What.Contains("is called generated", StringComparison.Ordinal)));
        Assert.All(verdict.Judged(), id => Assert.Equal(Status.Fail, verdict.StatusOf(id, "rules_kept")));
    }

    [Fact]
    public void Small_changes_forever_are_judged_by_what_has_piled_up()
    {
        using var shop = JudgedRepository.OfPackages("a");
        shop.Files.Git("tag", "v1.0.0");
        for (var round = 1; round <= 4; round++)
        {
            shop.Files.Branch($"change-{round}");
            for (var file = 1; file <= 4; file++) shop.Files.Write($"a/src/part{round}{file}.js", $"export const n = {round}{file};\n");
            shop.Files.Commit($"four files, {round}");
            var verdict = shop.Check();
            Assert.Equal(round < 4 ? Profile.Lightweight : Profile.Enterprise, verdict.Profile);
            shop.Files.Git("switch", "-q", "main");
            shop.Files.Git("merge", "-q", "--no-ff", "-m", "merged", $"change-{round}");
        }
    }

    private static T Using<T>(JudgedRepository shop, Func<JudgedRepository, T> work)
    {
        using (shop) return work(shop);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
