using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Sarif;

namespace Assay.Tests.Evidence.Sarif;

[Collection(nameof(MeasuredAlone))]
public class SarifReaderTests
{
    private static readonly SarifReader Reader = new();

    private static string Log(string run) => $$"""{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{{run}}]}""";

    private static string Run(string results, string tool = "scan", string rules = "", string more = "") =>
        Log($$$"""{"tool":{"driver":{"name":"{{{tool}}}","version":"3.1","rules":[{{{rules}}}]}},"results":[{{{results}}}]{{{more}}}}""");

    private static ImmutableArray<Observation> Observations(string log)
    {
        var outcome = HostileInput.Read(Reader, log);
        Assert.Null(outcome.Error);
        return outcome.Observations;
    }

    private static List<ToolFinding> Findings(string log) => [.. Observations(log).OfType<ToolFinding>()];

    [Fact]
    public void A_run_that_found_nothing_still_shows_that_the_tool_looked() =>
        Assert.Equal([new ToolRun(FindingCategory.Lint, "ESLint", "3.1")], Observations(Run("", "ESLint")));

    [Fact]
    public void Without_runs_nobody_ran() => Assert.Empty(Observations(Log("")));

    [Theory]
    [InlineData("""{"tool":{"driver":{"name":"gitleaks"}}}""")]
    [InlineData("""{"tool":{"driver":{"name":"gitleaks"}},"results":null}""")]
    public void A_run_without_results_does_not_count_as_having_looked(string run) => Assert.Empty(Observations(Log(run)));

    [Fact]
    public void A_finding_keeps_rule_level_message_place_and_security_severity()
    {
        var log = Run("""
            {"ruleId":"R1","ruleIndex":0,"level":"error","message":{"text":"bad"},"locations":[{"physicalLocation":{
              "artifactLocation":{"uri":"src%20dir/%C3%A9.js"},"region":{"startLine":12,"startColumn":3,"endLine":14}}}]}
            """, rules: """{"id":"R1","properties":{"security-severity":"7.5"}}""");
        Assert.Equal([new ToolFinding(FindingCategory.Analysis, "scan", "R1", Severity.Error, "bad", "src dir/é.js", 12, 14, 7.5m)], Findings(log));
    }

    [Theory]
    [InlineData("""{"message":{"text":"m"}}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"kind":"fail","level":"note"}""", "Note")]
    [InlineData("""{"message":{"text":"m"},"level":"none"}""", null)]
    [InlineData("""{"message":{"text":"m"},"kind":"pass","level":"error"}""", null)]
    [InlineData("""{"message":{"text":"m"},"kind":"informational"}""", null)]
    [InlineData("""{"message":{"text":"m"},"kind":"notApplicable"}""", null)]
    [InlineData("""{"message":{"text":"m"},"kind":"open"}""", "Note")]
    [InlineData("""{"message":{"text":"m"},"kind":"review"}""", "Note")]
    [InlineData("""{"message":{"text":"m"},"baselineState":"absent"}""", null)]
    [InlineData("""{"message":{"text":"m"},"baselineState":"unchanged"}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"suppressions":[]}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"suppressions":null}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"suppressions":[{"kind":"inSource"}]}""", null)]
    [InlineData("""{"message":{"text":"m"},"suppressions":[{"kind":"external","status":"accepted"}]}""", null)]
    [InlineData("""{"message":{"text":"m"},"suppressions":[{"kind":"external","status":"rejected"}]}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"suppressions":[{"kind":"external","status":"underReview"}]}""", "Warning")]
    [InlineData("""{"message":{"text":"m"},"suppressions":[{"kind":"inSource"},{"kind":"external","status":"rejected"}]}""", "Warning")]
    public void Only_what_fails_and_stands_is_a_finding(string result, string? severity) =>
        Assert.Equal(severity, Findings(Run(result)).SingleOrDefault(found => !found.Suppressed)?.Severity.ToString());

    [Fact]
    public void Suppressed_results_are_counted_with_the_run_and_stay_findings_of_security_analysis_marked_as_such()
    {
        var log = Run("""{"ruleId":"a","suppressions":[{"kind":"inSource"}]},{"ruleId":"a"},{"ruleId":"b","suppressions":[{"kind":"inSource"}]}""");
        Assert.Equal(2, Assert.Single(Observations(log).OfType<ToolRun>()).Suppressed);
        Assert.Equal([("a", true), ("a", false), ("b", true)], Findings(log).Select(found => (found.Rule, found.Suppressed)));
    }

    [Fact]
    public void Suppressed_results_of_a_linter_are_no_findings() =>
        Assert.Single(Findings(Run("""{"ruleId":"a","suppressions":[{"kind":"inSource"}]},{"ruleId":"b"}""").Replace("\"scan\"", "\"ESLint\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"ruleId":"R1"}""", "", "Error")] // by id
    [InlineData("""{"ruleIndex":0}""", "", "Error")] // by index
    [InlineData("""{"rule":{"id":"R1"}}""", "", "Error")]
    [InlineData("""{"ruleId":"R1/sub"}""", "", "Error")]
    [InlineData("""{"ruleId":"X1"}""", "", "Note")] // of an extension
    [InlineData("""{"rule":{"index":0,"toolComponent":{"index":0}}}""", "", "Note")]
    [InlineData("""{"ruleIndex":99}""", "", "Warning")]
    [InlineData("""{"ruleId":"unknown"}""", "", "Warning")]
    [InlineData("""{"ruleId":"R1"}""", """{"descriptor":{"id":"R1"},"configuration":{"level":"warning"}}""", "Warning")]
    [InlineData("""{"ruleId":"R1"}""", """{"descriptor":{"index":0},"configuration":{"level":"none"}}""", null)]
    [InlineData("""{"ruleId":"R1","level":"error"}""", """{"descriptor":{"id":"R1"},"configuration":{"level":"none"}}""", "Error")]
    [InlineData("""{"ruleId":"R1"}""", """{"descriptor":{"id":"R1"},"configuration":{"level":"note"}},{"descriptor":{"id":"R1"},"configuration":{"level":"warning"}}""", "Warning")]
    public void The_level_is_the_results_own_else_the_configured_else_the_rules_else_warning(string result, string overrides, string? severity)
    {
        var log = Log($$$"""
            {"results":[{{{result}}}],
             "invocations":[{"executionSuccessful":true,"ruleConfigurationOverrides":[{{{overrides}}}]}],
             "tool":{"driver":{"name":"scan","rules":[{"id":"R1","defaultConfiguration":{"level":"error"}}]},
                     "extensions":[{"name":"x","rules":[{"id":"X1","defaultConfiguration":{"level":"note"}}]}]}}
            """);
        Assert.Equal(severity, Findings(log).SingleOrDefault()?.Severity.ToString());
    }

    [Theory]
    [InlineData("CS8602", "warning", FindingCategory.Types)]
    [InlineData("CS0219", "warning", FindingCategory.Compiler)]
    [InlineData("CS0029", "error", FindingCategory.Types)]
    [InlineData("CS1591", "warning", FindingCategory.Compiler)]
    [InlineData("CA1051", "warning", FindingCategory.Lint)]
    [InlineData("IDE0005", "error", FindingCategory.Lint)]
    [InlineData("xUnit1004", "warning", FindingCategory.Lint)]
    [InlineData("CSISSUE1", "error", FindingCategory.Lint)]
    public void The_CSharp_compiler_checks_types_compiles_and_lints(string rule, string level, FindingCategory category)
    {
        var log = Run($$"""{"ruleId":"{{rule}}","level":"{{level}}"}""", "Microsoft (R) Visual C# Compiler");
        Assert.Equal(category, Assert.Single(Findings(log)).Category);
        Assert.Equal([FindingCategory.Compiler, FindingCategory.Types, FindingCategory.Lint], Observations(log).OfType<ToolRun>().Select(run => run.Category));
    }

    [Theory]
    [InlineData("secretlint", FindingCategory.Secret)]
    [InlineData("Gitleaks", FindingCategory.Secret)]
    [InlineData("tsc", FindingCategory.Types)]
    [InlineData("ruff", FindingCategory.Lint)]
    [InlineData("CodeQL", FindingCategory.Analysis)]
    public void The_category_follows_from_the_tool(string tool, FindingCategory category) => Assert.Equal(category, Findings(Run("{}", tool)).Single().Category);

    [Fact]
    public void What_a_secret_scanner_quotes_is_not_kept()
    {
        var outcome = HostileInput.Read(Reader, Run("""{"ruleId":"aws-key","level":"error","message":{"text":"found hunter2 here"}}""", "gitleaks"));
        Assert.Equal("aws-key", Assert.Single(outcome.Observations.OfType<ToolFinding>()).Message);
        Assert.DoesNotContain("hunter2", string.Join('\n', outcome.Observations));
    }

    [Theory]
    [InlineData("""{"uri":"a/b.cs"}""", "a/b.cs")]
    [InlineData("""{"uri":"./a/b.cs"}""", "a/b.cs")]
    [InlineData("""{"uri":"file:///repo/a%20b.cs"}""", "/repo/a b.cs")]
    [InlineData("""{"uri":"file://localhost/repo/a.cs"}""", "/repo/a.cs")]
    [InlineData("""{"uri":"file:///C:/repo/a.cs"}""", "C:/repo/a.cs")]
    [InlineData("""{"uri":"a.cs","uriBaseId":"ROOT"}""", "/repo/a.cs")]
    [InlineData("""{"uri":"a.cs","uriBaseId":"SRC"}""", "/repo/src/a.cs")]
    [InlineData("""{"uri":"a.cs","uriBaseId":"OPEN"}""", "a.cs")]
    [InlineData("""{"uri":"a.cs","uriBaseId":"NOWHERE"}""", "a.cs")]
    [InlineData("""{"uri":"file:///x/a.cs","uriBaseId":"SRC"}""", "/x/a.cs")]
    [InlineData("""{"index":0}""", "/repo/of/artifact.cs")]
    [InlineData("""{"index":7}""", null)]
    public void Places_are_resolved_to_paths(string location, string? path)
    {
        var log = Run($$$"""{"locations":[{"physicalLocation":{"artifactLocation":{{{location}}}}}]}""", more: """
            ,"originalUriBaseIds":{"ROOT":{"uri":"file:///repo/"},"SRC":{"uri":"src/","uriBaseId":"ROOT"},"OPEN":{"description":{"text":"given later"}}}
            ,"artifacts":[{"location":{"uri":"of/artifact.cs","uriBaseId":"ROOT"}}]
            """);
        Assert.Equal(path, Assert.Single(Findings(log)).File);
    }

    [Fact]
    public void Base_ids_that_refer_to_each_other_in_a_circle_come_to_an_end()
    {
        var log = Run("""{"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.cs","uriBaseId":"A"}}}]}""",
            more: ""","originalUriBaseIds":{"A":{"uri":"x/","uriBaseId":"B"},"B":{"uri":"y/","uriBaseId":"A"}}""");
        Assert.EndsWith("a.cs", Assert.Single(Findings(log)).File);
    }

    [Fact]
    public void Version_1_is_refused_with_a_word_on_how_to_write_the_right_one()
    {
        var error = HostileInput.Read(Reader, """{"$schema":"http://json.schemastore.org/sarif-1.0.0","version":"1.0.0","runs":[{"tool":{"name":"c"},"results":[{"message":"m"}]}]}""").Error;
        Assert.Equal(EvidenceErrors.UnsupportedVersion, error?.Kind);
        Assert.Equal("SARIF 1.0.0; write `-p:ErrorLog=FILE,version=2.1`", error?.What);
    }

    [Theory]
    [InlineData("""{"version":"2.1.0"}""", "no 'runs'")]
    [InlineData("""{"version":"2.1.0","runs":null}""", "no 'runs'")]
    [InlineData("""{"runs":[]}""", "does not say its version")]
    [InlineData("""{"version":"2.1.0","runs":[{"results":[]}]}""", "does not name its tool")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[],"invocations":[{"executionSuccessful":false}]}]}""", "the tool says that its run failed")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"externalPropertyFileReferences":{"results":[{"itemCount":3}]}}]}""", "other files")]
    [InlineData("""{"version":"2.1.0","runs":{}}""", "'runs' holds something other than an array")]
    [InlineData("""{"version":"2.1.0","runs":[3]}""", "other than an object")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":"x"}]}""", "'tool' holds something other than an object")]
    [InlineData("""{"version":21,"runs":[]}""", "'version' holds something other than a text")]
    [InlineData("""{"version":"2.1.0","runs":[],"runs":[]}""", "'runs' stands twice")]
    [InlineData("""{"version":"2.1.0","runs":[]} {}""", "not valid JSON")]
    [InlineData("""[]""", "other than an object")]
    [InlineData("""{"version":"2.1.0","runs":[],}""", "not valid JSON")]
    public void A_malformed_log_is_refused(string log, string reason)
    {
        var error = HostileInput.Read(Reader, log).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(reason, error?.What);
    }

    [Theory]
    [InlineData("""{"level":"fatal"}""", "'level' is none of none, note, warning, error")]
    [InlineData("""{"kind":"maybe"}""", "'kind' is none of fail, pass")]
    [InlineData("""{"baselineState":"gone"}""", "'baselineState' is none of")]
    [InlineData("""{"suppressions":[{"status":"wished"}]}""", "'status' is none of")]
    [InlineData("""{"suppressions":[true]}""", "other than an object")]
    [InlineData("""{"ruleIndex":99999999999999999999}""", "a whole number of ordinary size")]
    [InlineData("""{"locations":[{"physicalLocation":{"region":{"startLine":1e9999}}}]}""", "a whole number of ordinary size")]
    public void A_result_that_cannot_be_understood_is_refused_not_passed_over(string result, string reason)
    {
        var error = HostileInput.Read(Reader, Run(result)).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        Assert.Contains(reason, error?.What);
    }

    [Fact]
    public void A_mistake_is_named_with_its_line()
    {
        var error = HostileInput.Read(Reader, "{\n  \"version\": \"2.1.0\",\n  \"runs\": 7\n}").Error;
        Assert.Equal((3, 11), (error?.Line, error?.Column));
    }

    private static readonly string Good = Run("""
        {"ruleId":"R1","ruleIndex":0,"level":"error","message":{"text":"b\u00e4d \"q\""},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.cs"},"region":{"startLine":1}}}],
         "suppressions":[{"kind":"inSource","status":"rejected"}]},
        {"ruleId":"R1","kind":"pass","properties":{"tags":["x",{"y":[1.5e3,null,true]}]}}
        """, rules: """{"id":"R1","defaultConfiguration":{"level":"note"},"properties":{"security-severity":"5"}}""", more: ""","invocations":[{"executionSuccessful":true}]""");

    [Fact]
    public void A_log_that_is_cut_off_is_refused_wherever_it_is_cut() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Good);

    [Fact]
    public void No_mutation_of_a_log_gets_through_as_an_exception() => HostileInput.NeverThrows(Reader, Good);

    [Fact]
    public void A_log_nested_10_000_deep_is_refused()
    {
        HostileInput.IsTooDeep(Reader, HostileInput.Nested("""{"version":"2.1.0","x":""", """{"a":""", 10_000, "1", "}", "}"));
        HostileInput.IsTooDeep(Reader, """{"a":""" + new string('[', 100_000));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good.Replace("scan", "s#an", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xFF;
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, bytes).Error?.Kind);
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, Good.Replace("scan", "\\ud800", StringComparison.Ordinal)).Error?.Kind);
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake() => Assert.Null(HostileInput.Read(Reader, "\uFEFF" + Good).Error);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_log_that_comes_in_small_pieces_reads_the_same(int most)
    {
        var outcome = Reader.Read(new Trickle(Encoding.UTF8.GetBytes(Good), most), TestContext.Current.CancellationToken);
        Assert.Equal(Observations(Good), outcome.Observations);
    }

    [Fact]
    public void What_was_cancelled_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Good)), new CancellationToken(canceled: true)));
}
