using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Cobertura;

namespace Assay.Tests.Evidence.Cobertura;

public sealed class CoberturaReaderTests
{
    internal const string Report = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
        <coverage line-rate="0.5" branch-rate="0.5" version="1.9" timestamp="1" lines-covered="3" lines-valid="6">
          <sources><source>/src/</source><source>/lib</source></sources>
          <packages><package name="Shop"><classes>
            <class name="Shop.Cart" filename="Cart.cs" line-rate="1">
              <methods><method name="Add" signature="()"><lines>
                <line number="4" hits="2" branch="False" />
                <line number="5" hits="1" branch="True" condition-coverage="50% (1/2)"><conditions><condition number="7" type="jump" coverage="50%" /></conditions></line>
              </lines></method></methods>
              <lines>
                <line number="4" hits="2" branch="False" />
                <line number="5" hits="1" branch="True" condition-coverage="50% (1/2)" />
                <line number="3" hits="0" />
              </lines>
            </class>
            <class name="Shop.Cart/&lt;Add&gt;d__1" filename="Cart.cs"><methods /><lines>
              <line number="3" hits="1" /><line number="5" hits="0" branch="true" condition-coverage="25% (1/4)" /><line number="9" hits="0" />
            </lines></class>
            <class name="Shop.Empty" filename="Empty.cs" />
          </classes></package></packages>
        </coverage>
        """;

    private static readonly CoberturaReader Reader = new();

    [Fact]
    public void A_file_of_several_classes_is_one_with_every_line_once()
    {
        var files = Read(Report);
        Assert.Equal(["Cart.cs", "Empty.cs"], files.Select(file => file.Path));
        Assert.Equal([new(3, true), new(4, true), new(5, true, 1, 4), new(9, false)], files[0].Lines);
        Assert.Empty(files[1].Lines);
    }

    [Fact]
    public void The_roots_that_paths_are_relative_to_are_kept() => Assert.Equal(["/src/", "/lib"], Read(Report)[0].Roots);

    [Theory]
    [InlineData("hits=\"99999999999999999999\"", true)]
    [InlineData("hits=\"-1\"", false)]
    [InlineData("hits=\"0\"", false)]
    public void Only_whether_a_line_ran_matters(string hits, bool covered) => Assert.Equal(covered, Line(hits).Covered);

    [Fact]
    public void Branches_that_are_not_counted_are_taken_for_not_covered() => Assert.Equal(new(7, true, 0, 2), Line("hits=\"1\" branch=\"true\""));

    [Fact]
    public void More_branches_than_fit_never_become_fully_covered() =>
        Assert.Equal(new(7, true, 65534, 65535), Line("hits=\"1\" branch=\"true\" condition-coverage=\"99% (99999/100000)\""));

    [Theory]
    [InlineData("<line number=\"1\"/>", "lacks its number or its hits")]
    [InlineData("<line hits=\"1\"/>", "lacks its number or its hits")]
    [InlineData("<line number=\"x\" hits=\"1\"/>", "\"x\" is not a line number")]
    [InlineData("<line number=\"1\" hits=\"many\"/>", "\"many\" is not a number of hits")]
    [InlineData("<line number=\"1\" hits=\"1\" condition-coverage=\"50% (3/2)\"/>", "is not a condition-coverage")]
    public void A_line_that_cannot_be_understood_is_named_with_its_place(string line, string what)
    {
        var error = HostileInput.Read(Reader, Wrap(line)).Error;
        Assert.Equal((EvidenceErrors.Unreadable, 1), (error?.Kind, error?.Line));
        Assert.Contains(what, error?.What);
    }

    [Theory]
    [InlineData("<coverage line-rate=\"1\"><line number=\"1\" hits=\"1\"/></coverage>")]
    [InlineData("<coverage line-rate=\"1\"><class filename=\"\"/></coverage>")]
    [InlineData("<coverage line-rate=\"1\" lines-valid=\"8\"><packages/></coverage>")]
    public void A_report_that_contradicts_itself_is_refused(string report) =>
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, report).Error?.Kind);

    [Fact]
    public void A_report_of_nothing_reads_and_shows_nothing() => Assert.Empty(Read("<coverage line-rate=\"1\"><packages/></coverage>"));

    [Theory]
    [InlineData("<coverage line-rate='1'/>", true)]
    [InlineData("<coverage generated='1' clover='4'/>", false)]
    [InlineData("<report line-rate='1'/>", false)]
    public void Clover_with_the_same_root_is_not_claimed(string report, bool claimed) =>
        Assert.Equal(claimed, Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(report))));

    [Fact]
    public void A_report_is_refused_wherever_it_is_cut_off() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Report[Report.IndexOf("<coverage", StringComparison.Ordinal)..]);

    [Fact]
    public void No_mutation_makes_it_throw() => HostileInput.NeverThrows(Reader, Report);

    private static FileCoverage[] Read(string report)
    {
        var outcome = HostileInput.Read(Reader, report);
        Assert.Null(outcome.Error);
        return [.. outcome.Observations.Cast<FileCoverage>()];
    }

    private static LineCoverage Line(string attributes) => Assert.Single(Assert.Single(Read(Wrap($"<line number=\"7\" {attributes}/>"))).Lines);

    private static string Wrap(string line) => $"<coverage line-rate=\"1\"><packages><class filename=\"a\"><lines>{line}</lines></class></packages></coverage>";
}
