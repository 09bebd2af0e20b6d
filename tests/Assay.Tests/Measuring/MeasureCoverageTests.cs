using Assay.Core.Changes;
using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Facts;
using Assay.Core.Measuring;
using Assay.Core.Observations;
using Assay.Tests.Support;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Measuring;

/// <summary>Coverage is counted on lines, and what no report mentions does not count as covered.</summary>
public sealed class MeasureCoverageTests
{
    private const string Refund = """
        namespace Shop;

        public sealed class Refund
        {
            private const int Limit = 100;

            public bool Pay(int amount)
            {
                if (amount > Limit)
                {
                    return false;
                }
                return true;
            }

            public void Undo()
            {
                try
                {
                    Pay(1);
                }
                catch (System.IO.IOException)
                {
                    Pay(2);
                }
            }
        }
        """;

    [Fact]
    public void Lines_are_counted_over_all_files_and_never_averaged()
    {
        var facts = Measured([Production("a.cs", Refund), Production("b.cs", Refund)],
            Report(("a.cs", [(9, true), (11, false), (13, true), (20, true), (24, true)]), ("b.cs", [(9, true), (11, true), (13, true), (20, true), (24, true)])));
        Assert.Equal(90, facts[FactNames.CoverageLines].Value!.Value.Value);
    }

    [Fact]
    public void A_line_that_any_report_covers_is_covered()
    {
        var facts = Measured([Production("a.cs", Refund)],
            Report(("a.cs", [(9, true), (11, false), (13, false), (20, true), (24, true)])), Report(("a.cs", [(9, false), (11, true), (13, true)])));
        Assert.Equal(100, facts[FactNames.CoverageLines].Value!.Value.Value);
    }

    [Fact]
    public void A_report_that_is_only_asserted_covers_no_line_of_a_file_that_one_of_this_content_mentions()
    {
        var asserted = Asserted(Report(("a.cs", [(9, true), (11, true), (13, true), (20, true), (24, true)])));
        EvidenceReading[] both = [asserted, Report(("a.cs", [(9, false), (11, false), (13, false), (20, false), (24, false)]))];
        Assert.Equal(0, Measured([Production("a.cs", Refund)], both)[FactNames.CoverageLines].Value!.Value.Value);
        Assert.Equal(100, Measured([Production("a.cs", Refund)], asserted)[FactNames.CoverageLines].Value!.Value.Value);
    }

    [Fact]
    public void A_report_that_is_only_asserted_adds_files_that_no_other_mentions()
    {
        (int, bool)[] all = [(9, true), (11, true), (13, true), (20, true), (24, true)];
        Assert.Equal(100, Measured([Production("a.cs", Refund), Production("b.cs", Refund)], Report(("a.cs", all)), Asserted(Report(("b.cs", all))))[FactNames.CoverageLines].Value!.Value.Value);
    }

    private static EvidenceReading Asserted(EvidenceReading reading) => reading with { Item = reading.Item with { Subject = null, Trust = Core.Evidence.Trust.Asserted } };

    [Fact]
    public void A_production_file_in_no_report_counts_as_uncovered()
    {
        var facts = Measured([Production("a.cs", Refund), Production("hard.cs", Refund)], Report(("a.cs", [(9, true), (11, true), (13, true), (20, true), (24, true)])));
        var lines = facts[FactNames.CoverageLines];
        Assert.True(lines.Value!.Value.Value is > 40 and < 60, lines.Value.ToString());
        Assert.Contains(lines.Locations, place => place is { File: "hard.cs", Note: "in no coverage report" });
    }

    [Fact]
    public void A_method_that_the_report_leaves_out_counts_as_uncovered()
    {
        // What [ExcludeFromCodeCoverage] on Undo makes of a report.
        var facts = Measured([Production("a.cs", Refund)], Report(("a.cs", [(9, true), (11, true), (13, true)])));
        var lines = facts[FactNames.CoverageLines];
        Assert.True(lines.Value!.Value.Value < 100);
        Assert.Equal("code that the report leaves out", Assert.Single(lines.Locations).Note);
    }

    [Fact]
    public void Without_any_report_coverage_is_missing() =>
        Assert.Equal(FactState.Missing, Measured([Production("a.cs", Refund)])[FactNames.CoverageLines].State);

    [Fact]
    public void A_report_that_mentions_no_file_of_this_component_covers_nothing()
    {
        var facts = Measured([Production("a.cs", Refund)], Report(("elsewhere/a.cs", [(9, true)])));
        Assert.Equal(0, facts[FactNames.CoverageLines].Value!.Value.Value);
    }

    [Theory]
    [InlineData("/repo/a.cs")]
    [InlineData("a.cs")]
    [InlineData("./sub/../a.cs")]
    public void Paths_of_reports_are_brought_to_those_of_the_repository(string path) =>
        Assert.True(Measured([Production("a.cs", Refund)], Report((path, [(9, true)])))[FactNames.CoverageLines].Value!.Value.Value > 0);

    [Theory]
    [InlineData("/other/a.cs")]
    [InlineData("../a.cs")]
    public void A_path_outside_the_repository_counts_for_nothing(string path) =>
        Assert.Equal(0, Measured([Production("a.cs", Refund)], Report((path, [(9, true)])))[FactNames.CoverageLines].Value!.Value.Value);

    [Fact]
    public void A_relative_path_is_that_of_the_folder_its_command_ran_in_and_of_no_other()
    {
        var report = new EvidenceReading(Samples.Report() with { Folder = "b" }, [new FileCoverage("c.cs", [], [new LineCoverage(9, true)])]);
        var lines = Measured([Production("a/c.cs", Refund), Production("b/c.cs", Refund)], report)[FactNames.CoverageLines];
        Assert.Contains(lines.Locations, place => place is { File: "a/c.cs", Note: "in no coverage report" });
        Assert.DoesNotContain(lines.Locations, place => place is { File: "b/c.cs", Note: "in no coverage report" });
    }

    [Fact]
    public void Code_that_this_build_leaves_out_is_not_covered_by_the_rest_of_its_method()
    {
        const string release = "class C\n{\n    int M()\n    {\n#if DEBUG\n        var a = 1;\n#else\n        Steal();\n#endif\n        return 2;\n    }\n}\n";
        var lines = Measured([Production("a.cs", release)], Report(("a.cs", [(4, true), (6, true), (10, true), (11, true)])))[FactNames.CoverageLines];
        Assert.Equal("a.cs:8", Assert.Single(lines.Locations).ToString());
    }

    [Fact]
    public void A_component_without_production_code_has_nothing_to_cover() =>
        Assert.Equal(FactState.Empty, Measured([("t.cs", Refund, FileRole.Test)])[FactNames.CoverageLines].State);

    [Fact]
    public void Changed_lines_that_no_test_reaches_are_shown_at_their_place()
    {
        var facts = Measured(Change(Edit("a.cs", 9, ["if", "{", "return false;", "}", "return true;"])), [Production("a.cs", Refund)],
            Report(("a.cs", [(9, true), (11, false), (13, true), (20, true), (24, false)])));
        var changed = facts[FactNames.CoverageChangedLines];
        Assert.Equal((2m * 100 / 3, "of 3 lines"), (changed.Value!.Value.Value, changed.Detail));
        Assert.Equal("a.cs:11", Assert.Single(changed.Locations).ToString());
    }

    [Fact]
    public void A_changed_line_in_a_method_that_the_report_leaves_out_is_uncovered()
    {
        var facts = Measured(Change(Edit("a.cs", 20, ["Pay(1);"])), [Production("a.cs", Refund)], Report(("a.cs", [(9, true), (11, true), (13, true)])));
        Assert.Equal(0, facts[FactNames.CoverageChangedLines].Value!.Value.Value);
    }

    [Theory]
    [InlineData(5, "private const int Limit = 100;")] // a declaration in a file of the report
    [InlineData(10, "{")]                             // punctuation
    public void Changed_lines_without_code_of_their_own_need_no_cover(int line, string text)
    {
        var facts = Measured(Change(Edit("a.cs", line, [text])), [Production("a.cs", Refund)], Report(("a.cs", [(9, true), (11, true), (13, true), (20, true), (24, true)])));
        Assert.Equal(FactState.Empty, facts[FactNames.CoverageChangedLines].State);
    }

    [Fact]
    public void Changed_code_without_any_report_is_missing_not_empty() => Assert.Equal(FactState.Missing,
        Measured(Change(Edit("a.cs", 20, ["Pay(1);"])), [Production("a.cs", Refund)])[FactNames.CoverageChangedLines].State);

    [Fact]
    public void A_catch_block_that_never_ran_counts_against_exception_handlers()
    {
        var handlers = Measured([Production("a.cs", Refund)], Report(("a.cs", [(9, true), (20, true), (24, false)])))[FactNames.CoverageExceptionHandlers];
        Assert.Equal(0, handlers.Value!.Value.Value);
        Assert.Equal("a.cs", Assert.Single(handlers.Locations).File);
    }

    [Fact]
    public void A_handler_on_the_line_of_its_try_is_not_shown_by_that_line_running()
    {
        const string oneLine = "class C\n{\n    void M()\n    {\n        try { N(); } catch { O(); }\n    }\n}\n";
        Assert.Equal(0, Measured([Production("a.cs", oneLine)], Report(("a.cs", [(5, true)])))[FactNames.CoverageExceptionHandlers].Value!.Value.Value);
    }

    [Fact]
    public void Branches_are_counted_over_lines()
    {
        var report = Reading(new FileCoverage("a.cs", [], [new LineCoverage(9, true, 1, 2), new LineCoverage(13, true, 2, 2)]));
        Assert.Equal(75, Measured(State, [Production("a.cs", Refund)], report)[FactNames.CoverageBranches].Value!.Value.Value);
    }

    [Fact]
    public void A_report_without_branches_shows_nothing_of_code_that_has_some()
    {
        var branches = Measured([Production("a.cs", Refund)], Report(("a.cs", [(9, true)])))[FactNames.CoverageBranches];
        Assert.Equal(FactState.Missing, branches.State);
    }

    [Fact]
    public void Code_without_a_branch_has_none_to_cover()
    {
        const string straight = "class C\n{\n    void M()\n    {\n        N();\n    }\n}\n";
        Assert.Equal(FactState.Empty, Measured([Production("a.cs", straight)], Report(("a.cs", [(5, true)])))[FactNames.CoverageBranches].State);
    }

    [Fact]
    public void Critical_paths_that_nobody_declared_are_missing() =>
        Assert.Equal(FactState.Missing, Measured([Production("a.cs", Refund)], Report(("a.cs", [(9, true)])))[FactNames.CoverageCriticalPaths].State);

    [Fact]
    public void A_critical_path_that_matches_nothing_is_an_error()
    {
        var input = Input(State, [Production("a.cs", Refund)], Report(("a.cs", [(9, true)])));
        var facts = Measure.Facts(input with { Configuration = input.Configuration with { Critical = ["src/Money/**"] } });
        Assert.Equal(FactState.Error, facts.Single(fact => fact.Name == FactNames.CoverageCriticalPaths).State);
    }

    [Fact]
    public void A_test_step_that_broke_decides_coverage_whatever_its_report_says()
    {
        var input = Input(State, [Production("a.cs", Refund)], Report(("a.cs", [(9, true), (11, true), (13, true), (20, true), (24, true)])));
        var broken = new EvidenceProblem(new(Core.Errors.CollectionErrors.ToolTimedOut, "dotnet test did not end in 20 min"), "app", StepKind.Test);
        var lines = Measure.Facts(input with { Problems = [broken] }).Single(fact => fact.Name == FactNames.CoverageLines);
        Assert.Equal((FactState.Error, "dotnet test did not end in 20 min"), (lines.State, lines.Reason));
    }

    /// <summary>To git a file with such line ends is a single line; its first, a comment, used to hide all the others.</summary>
    [Theory]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void New_code_behind_line_ends_that_git_does_not_know_must_be_covered(string lineEnd)
    {
        var text = string.Join(lineEnd, "// a fee", "export function fee(amount) {", "  return amount / 100;", "}", "");
        var facts = Measured(Change(Edit("fee.js", 1, [text])), [Production("fee.js", text), Production("a.cs", Refund)], Report(("a.cs", [(9, true)])));
        Assert.Equal(0, facts[FactNames.CoverageChangedLines].Value!.Value.Value);
    }

    [Fact]
    public void New_code_in_UTF_16_must_be_covered()
    {
        byte[] bytes = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("class C\n{\n    void M()\n    {\n        N();\n    }\n}\n")];
        var outline = new SourceOutlines(new OneFile(bytes)).Of("a.cs")!;
        Assert.Equal(Core.Sources.LineKind.Code, outline.KindOf(5));
        Assert.NotNull(outline.BodyOf(5));
    }

    private sealed class OneFile(byte[] bytes) : IFileTree
    {
        public System.Collections.Immutable.ImmutableArray<TreeFile> Files => [];

        public byte[]? Read(string path) => bytes;
    }

    private static Change State => Change() with { Judged = Judged.State };

    private static (string, string, FileRole) Production(string path, string text) => (path, text, FileRole.Production);

    private static EvidenceReading Report(params (string Path, (int Line, bool Covered)[] Lines)[] files) =>
        Reading([.. files.Select(file => new FileCoverage(file.Path, [], [.. file.Lines.Select(line => new LineCoverage(line.Line, line.Covered))]))]);

    private static EvidenceReading Reading(params Observation[] observations) =>
        new(Samples.Report(digest: $"sha256:{observations.GetHashCode()}"), [.. observations]);

    private static Dictionary<string, Fact> Measured((string, string, FileRole)[] files, params EvidenceReading[] readings) => Measured(State, files, readings);

    private static Dictionary<string, Fact> Measured(Change change, (string, string, FileRole)[] files, params EvidenceReading[] readings) =>
        Measure.Facts(Input(change, files, readings)).ToDictionary(fact => fact.Name);

    private static MeasureInput Input(Change change, (string Path, string Text, FileRole Role)[] files, params EvidenceReading[] readings) =>
        new("/repo", Component(), ComponentConfiguration.Detected("app", ""), change, [.. files.Select(file => new ComponentFile(file.Path, file.Role))],
            new SourceOutlines(new FakeTree([.. files.Select(file => (file.Path, file.Text))])), new FakeTree(), null, Standard().Targets, Noon, [.. readings], [], [], null);
}
