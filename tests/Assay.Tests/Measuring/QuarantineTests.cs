using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Core.Configurations;
using Assay.Core.Facts;
using Assay.Core.Judging;
using Assay.Core.Measuring;
using Assay.Core.Observations;
using Assay.Core.Standards;
using Assay.Evidence;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring;

/// <summary>A flaky test is set aside by its name, for a while, in the open; whatever else is tried, the test counts or the check blocks.</summary>
public sealed class QuarantineTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);

    private const string Passing = """<testcase classname="T" name="Fine"/>""";
    private const string Failing = """<testcase classname="T" name="Flaky"><failure message="timed out"/></testcase>""";

    /// <summary>Catches a failing that still counts, or a quarantine that nobody sees.</summary>
    [Fact]
    public void The_failing_of_a_quarantined_test_does_not_count_and_is_shown()
    {
        var lab = Lab(Passing + Failing, Entry("T.Flaky"));

        Assert.Equal((Status.Pass, "0 of 1 test failed, 1 in quarantine"), (lab.Of("tests_pass").Status, lab.Of("tests_pass").Actual));
        Assert.Equal((Status.Pass, "1 test"), (lab.Of("tests_run").Status, lab.Of("tests_run").Actual));
        Assert.Equal("100 % of 1 test, 1 in quarantine", Fact(lab, FactNames.TestsPassRate).Value + " " + Fact(lab, FactNames.TestsPassRate).Detail);
        Assert.Equal(["app: T.Flaky is in quarantine until 2026-07-31 (races; guard mends it): it failed this time, and counts neither as failed nor as passed"],
            Weakened(lab).Select(what => what.Replace(Quarantine.Day(Today.AddDays(10)), "2026-07-31")));
    }

    /// <summary>Catches a quarantine that lets other failures through.</summary>
    [Theory]
    [InlineData("t.flaky")]
    [InlineData("T.Flak")]
    [InlineData("T.Flaky2")]
    [InlineData("Flaky")]
    public void Only_the_test_of_exactly_that_id_is_set_aside(string id)
    {
        var finding = Lab(Passing + Failing, Entry(id)).Of("tests_pass");

        Assert.Equal(Status.Error, finding.Status);
        Assert.Contains($"{id} is in quarantine, and no report names a test of that id", finding.Reason);
        Assert.Contains(finding.Locations, place => place.Note == "T.Flaky: timed out" || place.Note == "timed out");
    }

    /// <summary>Catches a suite of which every test is quarantined and that then passes with nothing shown.</summary>
    [Fact]
    public void With_every_test_in_quarantine_nothing_was_shown()
    {
        var lab = Lab(Failing, Entry("T.Flaky"));

        Assert.Equal((Status.Fail, "every test that ran is in quarantine, so nothing was shown"), (lab.Of("tests_run").Status, lab.Of("tests_run").Reason));
        Assert.Equal(FactState.Missing, Fact(lab, FactNames.TestsPassRate).State);
    }

    /// <summary>Catches a failing test that takes the name of a quarantined one, whose own place goes in the same change.</summary>
    [Theory]
    [InlineData("test/t.test.js", "test('Flaky', run);", "test('Fine', run);")]
    [InlineData("test/t.test.js", "test('Fine', run);", "test('Flaky', run);")]
    [InlineData("test/computed.test.js", "test(`${first}y`, run);", "test(`${other}y`, run);")]
    public void A_change_that_edits_the_file_of_a_quarantined_test_has_it_counted(string path, string before, string after)
    {
        var lab = Lab(Passing + Failing, Entry("T.Flaky")).AtBase(path, before).File(path, after).Edited(new ChangedFile(path, null, ChangeKind.Modified, [new Hunk(1, [before], 1, [after])]));

        var finding = lab.Of("tests_pass");
        Assert.Equal((Status.Fail, "1 of 2 tests failed"), (finding.Status, finding.Actual));
        Assert.Equal($"1 failed; T.Flaky is in quarantine, but the change edits {path}, where it may stand, and so it counts", finding.Reason);
        Assert.Empty(Weakened(lab));
    }

    /// <summary>Catches a quarantine that ends with any change.</summary>
    [Theory]
    [InlineData("test/other.test.js")]
    [InlineData("src/t.js")]
    public void A_change_of_other_files_leaves_the_quarantine(string path)
    {
        var lab = Lab(Passing + Failing, Entry("T.Flaky")).File("test/t.test.js", "test('Flaky', run);").AtBase(path, "one();").File(path, "two();")
            .Edited(new ChangedFile(path, null, ChangeKind.Modified, [new Hunk(1, ["one();"], 1, ["two();"])]));

        Assert.Equal(Status.Pass, lab.Of("tests_pass").Status);
    }

    /// <summary>Catches a quarantine as a way to switch a test off: it must go on running.</summary>
    [Fact]
    public void A_quarantined_test_that_is_skipped_counts_as_skipped()
    {
        var lab = Lab($"""{Passing}<testcase classname="T" name="Flaky"><skipped/></testcase>""", Entry("T.Flaky"));

        Assert.Equal((Status.Fail, "1"), (lab.Of("tests_skipped").Status, lab.Of("tests_skipped").Actual));
        Assert.Contains("it was skipped this time", Assert.Single(Weakened(lab)));
    }

    /// <summary>Catches an entry whose test was deleted or renamed, and that waits for the next test of its name.</summary>
    [Fact]
    public void An_entry_that_no_report_names_blocks_though_all_pass()
    {
        var finding = Lab(Passing, Entry("T.Fime")).Of("tests_pass");

        Assert.Equal((Status.Error, "Take the entry out, or name the test as its report does: T.Fine"), (finding.Status, finding.Remedy));
        Assert.Equal("config/assay.yaml:7", finding.Locations[0].ToString());
    }

    /// <summary>Catches the last day in another time zone, a quarantine that outlives its day, and one without an end in sight.</summary>
    [Theory]
    [InlineData(30, "00:00", Status.Pass)]
    [InlineData(31, "00:00", Status.Error)]
    [InlineData(31, "23:59", Status.Error)]
    [InlineData(400, "12:00", Status.Error)]
    [InlineData(0, "23:59", Status.Pass)]
    [InlineData(-1, "00:00", Status.Fail)]
    public void It_lasts_to_the_end_of_its_day_and_at_most_30_days(int daysAhead, string time, Status status)
    {
        var now = new DateTimeOffset(Today.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.Zero);
        // 14 hours east of Greenwich it is another day already.
        Assert.Equal(status, Lab(Passing + Failing, now.ToOffset(TimeSpan.FromHours(14)), Entry("T.Flaky", daysAhead)).Of("tests_pass").Status);
        Assert.Equal(status, Lab(Passing + Failing, now.ToOffset(TimeSpan.FromHours(-12)), Entry("T.Flaky", daysAhead)).Of("tests_pass").Status);
    }

    /// <summary>Catches an expiry that nobody understands.</summary>
    [Fact]
    public void After_its_day_it_counts_again_and_the_reason_says_so()
    {
        var lab = Lab(Passing + Failing, Entry("T.Flaky", -1));
        var finding = lab.Of("tests_pass");

        Assert.Equal((Status.Fail, "1 of 2 tests failed"), (finding.Status, finding.Actual));
        Assert.Equal($"1 failed; the quarantine of T.Flaky ended with {Quarantine.Day(Today.AddDays(-1))}, and it counts again", finding.Reason);
        Assert.Empty(Weakened(lab));
        Assert.Contains("take the entry out", Assert.Single(Of(lab).Notes()));
    }

    /// <summary>Catches a quarantine that begins with 31 days and is honoured on the second.</summary>
    [Fact]
    public void Too_long_says_which_day_is_the_last()
    {
        var finding = Lab(Passing + Failing, Entry("T.Flaky", 31)).Of("tests_pass");
        Assert.Equal($"Set until: to {Quarantine.Day(Today.AddDays(30))} or a day before it.", finding.Remedy);
    }

    /// <summary>Catches a release with a test that fails.</summary>
    [Fact]
    public void A_deployment_does_not_accept_it()
    {
        var lab = Lab(Passing + Failing, Samples.Noon, Phase.Deployment, Entry("T.Flaky"));

        Assert.Equal((Status.Fail, "1 failed; the quarantine of T.Flaky is not accepted for a deployment"), (lab.Of("tests_pass").Status, lab.Of("tests_pass").Reason));
        Assert.Empty(Weakened(lab));
    }

    /// <summary>Catches one case that takes the whole table with it.</summary>
    [Fact]
    public void Cases_of_a_parametrised_test_are_set_aside_one_by_one()
    {
        const string cases = """<testcase classname="T" name="Adds(1)"/><testcase classname="T" name="Adds(2)"><failure/></testcase><testcase classname="T" name="Adds(3)"><failure/></testcase>""";

        Assert.Equal((Status.Fail, "1 of 2 tests failed, 1 in quarantine"), (Lab(cases, Entry("T.Adds(2)")).Of("tests_pass").Status, Lab(cases, Entry("T.Adds(2)")).Of("tests_pass").Actual));
        Assert.Equal(Status.Pass, Lab(cases, Entry("T.Adds(2)"), Entry("T.Adds(3)")).Of("tests_pass").Status);
        var whole = Lab(cases, Entry("T.Adds")).Of("tests_pass");
        Assert.Equal((Status.Error, "Name each case by itself, e.g. T.Adds(1)"), (whole.Status, whole.Remedy));
    }

    /// <summary>Catches two cases of one name, of which the sound one would go unseen with the flaky one.</summary>
    [Fact]
    public void Cases_that_cannot_be_told_apart_are_not_set_aside()
    {
        var finding = Lab(Passing + Failing + Failing, Entry("T.Flaky")).Of("tests_pass");
        Assert.Equal((Status.Error, "Give the cases names of their own."), (finding.Status, finding.Remedy));
    }

    /// <summary>Catches a quarantine that holds for one target framework only, or that hides in how many it failed.</summary>
    [Fact]
    public void Every_run_of_the_test_is_set_aside_and_told()
    {
        var lab = Lab(Passing + Failing, Entry("T.Flaky")).Report("second/junit.xml", Junit(Passing + """<testcase classname="T" name="Flaky"/>"""), Core.Evidence.StepKind.Test);

        Assert.Equal((Status.Pass, "0 of 2 tests failed, 2 in quarantine"), (lab.Of("tests_pass").Status, lab.Of("tests_pass").Actual));
        Assert.Contains("it passed in 1 of 2 runs, failed in 1 of 2 runs this time", Assert.Single(Weakened(lab)));
    }

    /// <summary>Catches a requirement that a flaky test validates on a good day.</summary>
    [Theory]
    [InlineData(true, Phase.CodeCompletion)]
    [InlineData(true, Phase.Deployment)]
    [InlineData(false, Phase.CodeCompletion)]
    public void It_validates_no_requirement(bool quarantined, Phase phase)
    {
        var lab = Lab("""<testcase classname="T" name="Fine"/><testcase classname="T" name="Flaky"/>""", Samples.Noon, phase, quarantined ? [Entry("T.Flaky")] : []).File("requirements.yaml", """
            schema: assay/requirements/v1
            requirements:
              - id: R-1
                title: Money moves
                acceptance:
                  - { id: R-1.1, text: A transfer returns 409., tests: [T.Flaky] }
                  - { id: R-1.2, text: A transfer returns 200., tests: [T.Fine] }

            """);
        var finding = lab.Of("acceptance_validated");

        Assert.Equal(quarantined ? ["R-1.1: T.Flaky is in quarantine, so it shows nothing"] : [], finding.Locations.Select(place => place.Note));
    }

    /// <summary>Catches ids that one framework writes in another way than the entry is compared.</summary>
    [Theory]
    [InlineData("trx/xunit/dotnet-trx.trx")]
    [InlineData("junit-xml/pytest/junit.fail.xml")]
    public void Ids_are_those_of_the_reports_of_each_framework(string file)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(SharedData.Root, "test-results")), "the files of others are not beside this repository");
        var text = File.ReadAllText(Path.Combine(SharedData.Root, "test-results", file));
        var cases = EvidenceFile.Read(Path.Combine(SharedData.Root, "test-results", file), TestContext.Current.CancellationToken).Observations.OfType<TestCase>().ToList();
        var failed = cases.Where(test => test.Outcome == TestOutcome.Failed).Select(test => test.Id).ToList();
        Assert.NotEmpty(failed);

        Assert.Equal(Status.Fail, Reported(text).Of("tests_pass").Status);
        Assert.Equal(failed.Count == 1 ? Status.Pass : Status.Fail, Reported(text, Entry(failed[0])).Of("tests_pass").Status);
        Assert.Equal((Status.Pass, failed.Count), (Reported(text, [.. failed.Select(id => Entry(id))]).Of("tests_pass").Status, Weakened(Reported(text, [.. failed.Select(id => Entry(id))])).Length));
    }

    /// <summary>Catches a runner's own way of naming suites, titles and rows: node writes the report here.</summary>
    [Fact]
    public void A_case_that_node_runs_is_named_as_its_report_names_it()
    {
        var folder = Directory.CreateTempSubdirectory("assay-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "fees.test.mjs"), """
                import { describe, it } from "node:test";
                describe("fees", () => { for (const n of [1, 2, 3]) it(`of ${n} * 10`, () => { if (n === 2) throw new Error("races"); }); });

                """);
            var start = new System.Diagnostics.ProcessStartInfo("node", ["--test", "--test-reporter=junit", "--test-reporter-destination=report.xml", "fees.test.mjs"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
            start.Environment.Remove("NODE_TEST_CONTEXT");
            using (var node = System.Diagnostics.Process.Start(start)!) node.WaitForExit();
            var report = File.ReadAllText(Path.Combine(folder.FullName, "report.xml"));

            Assert.Equal(Status.Fail, Reported(report).Of("tests_pass").Status);
            Assert.Equal((Status.Pass, "0 of 2 tests failed, 1 in quarantine"), (Reported(report, Entry("fees > of 2 * 10")).Of("tests_pass").Status, Reported(report, Entry("fees > of 2 * 10")).Of("tests_pass").Actual));
            Assert.Equal(Status.Error, Reported(report, Entry("fees")).Of("tests_pass").Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Catches a new entry, or a later day, that goes in as a small edit.</summary>
    [Fact]
    public void An_entry_more_or_a_later_day_is_a_loosening_and_less_is_none()
    {
        var (soon, later) = (Entry("T.Flaky", 3), Entry("T.Flaky", 9));

        Assert.Equal([$"app: quarantines T.Flaky until {Quarantine.Day(soon.Until)}"], Loosened([], [soon]));
        Assert.Equal([$"app: keeps T.Flaky in quarantine until {Quarantine.Day(later.Until)} instead of {Quarantine.Day(soon.Until)}"], Loosened([soon], [later]));
        Assert.Equal([$"app: quarantines T.Other until {Quarantine.Day(soon.Until)}"], Loosened([soon], [soon with { Test = "T.Other" }]));
        Assert.Empty(Loosened([later], [soon]));
        Assert.Empty(Loosened([soon], []));
        Assert.Empty(Loosened([soon], [soon with { Line = 90, Why = "still races", Owner = "another" }]));
    }

    private static IEnumerable<string> Loosened(ImmutableArray<QuarantinedTest> before, ImmutableArray<QuarantinedTest> after) =>
        Core.Rules.ConfigurationDiff.Loosened(Of(before), Of(after)).Select(weakening => weakening.What);

    private static Configuration Of(ImmutableArray<QuarantinedTest> quarantine) =>
        Configuration.Default with { Path = "assay.yaml", Components = [ComponentConfiguration.Detected("app", "") with { Quarantine = quarantine }] };

    private static QuarantinedTest Entry(string test, int daysAhead = 10) => new(test, Today.AddDays(daysAhead), "races", "guard", 7);

    private static string Junit(string cases) => $"<testsuites><testsuite name=\"s\">{cases}</testsuite></testsuites>";

    private static Lab Lab(string cases, params QuarantinedTest[] entries) => Lab(cases, Samples.Noon, entries);

    private static Lab Lab(string cases, DateTimeOffset now, params QuarantinedTest[] entries) => Lab(cases, now, Phase.CodeCompletion, entries);

    private static Lab Lab(string cases, DateTimeOffset now, Phase phase, params QuarantinedTest[] entries) => Report(Junit(cases), now, phase, entries);

    private static Lab Reported(string report, params QuarantinedTest[] entries) => Report(report, Samples.Noon, Phase.CodeCompletion, entries);

    private static Lab Report(string report, DateTimeOffset now, Phase phase, QuarantinedTest[] entries) => new Lab
    {
        Now = now, Phase = phase, Configuration = configuration => configuration with { Quarantine = [.. entries], Tests = ["test/**"] }, Input = input => input with { ConfigurationPath = "config/assay.yaml" },
    }.Report("report.xml", report, Core.Evidence.StepKind.Test);

    private static Core.Facts.Fact Fact(Lab lab, string name) => lab.Facts().Single(fact => fact.Name == name);

    private static Quarantine Of(Lab lab) => Quarantine.Of(lab.Measuring());

    private static ImmutableArray<string> Weakened(Lab lab) => [.. Of(lab).Weakens().Select(weakening => weakening.What)];
}
