using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Lcov;

namespace Assay.Tests.Evidence.Lcov;

public sealed class LcovReaderTests
{
    private const string Report = """
        TN:unit
        SF:src/käse.js
        FN:1,main
        FNDA:2,main
        FNF:1
        FNH:1
        DA:1,2
        DA:3,0,Zm9v
        DA:2,1
        BRDA:1,0,0,1
        BRDA:1,0,1,-
        BRDA:3,e0,(a, b),-
        BRF:3
        BRH:1
        LF:3
        LH:2
        end_of_record
        """;

    private static readonly LcovReader Reader = new();

    [Fact]
    public void Lines_and_branches_are_read() =>
        Assert.Equal([new(1, true, 1, 2), new(2, true), new(3, false, 0, 1)], File(Report).Lines);

    [Fact]
    public void The_path_is_kept_as_it_stands() => Assert.Equal("src/käse.js", File(Report).Path);

    [Fact]
    public void Records_of_one_file_in_several_tests_merge_and_a_branch_counts_once()
    {
        var second = Report.Replace("DA:3,0,Zm9v", "DA:3,1").Replace("BRDA:1,0,1,-", "BRDA:1,0,1,4").Replace("BRDA:1,0,0,1", "BRDA:1,0,0,0");
        Assert.Equal([new(1, true, 2, 2), new(2, true), new(3, true, 0, 1)], File($"{Report}\n{second}").Lines);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData(" \n")]
    [InlineData("\n\n")]
    public void Line_ends_and_trailing_blanks_do_not_matter(string end) => Assert.Equal(3, File(Report.Replace("\n", end)).Lines.Length);

    [Theory]
    [InlineData("SF:a\nDA:1,1\n", "end_of_record is missing", 2)]
    [InlineData("SF:a\nDA:1,1\nSF:b\nend_of_record\n", "has no end_of_record", 3)]
    [InlineData("SF:\nend_of_record\n", "names no source file", 1)]
    [InlineData("TN:\nDA:1,1\n", "outside of a record", 2)]
    [InlineData("TN:\nend_of_record\n", "did not begin", 2)]
    [InlineData("SF:a\nDA:1\nend_of_record\n", "count is missing", 2)]
    [InlineData("SF:a\nDA:x,1\nend_of_record\n", "number is missing", 2)]
    [InlineData("SF:a\nDA:-4,1\nend_of_record\n", "number is missing", 2)]
    [InlineData("SF:a\nBRDA:1\nend_of_record\n", "branch lacks", 2)]
    [InlineData("SF:a\nLF:4\nend_of_record\n", "holds none", 3)]
    [InlineData("SF:a\nBRF:4\nend_of_record\n", "holds none", 3)]
    [InlineData("SF:a\nhello\nend_of_record\n", "no LCOV record", 2)]
    [InlineData("SF:a\0b\nend_of_record\n", "binary", 1)]
    public void A_mistake_is_named_with_its_line(string report, string what, int line)
    {
        var error = HostileInput.Read(Reader, report).Error;
        Assert.Equal((EvidenceErrors.Unreadable, line), (error?.Kind, error?.Line));
        Assert.Contains(what, error?.What);
    }

    [Fact]
    public void A_path_that_is_not_utf_8_is_refused() =>
        Assert.Contains("UTF-8", HostileInput.Read(Reader, [.. "SF:"u8, 0xFF, 0xFE, .. "\nend_of_record\n"u8]).Error?.What);

    [Fact]
    public void A_report_in_utf_16_is_refused_in_plain_words() =>
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, Encoding.Unicode.GetBytes(Report)).Error?.Kind);

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory() =>
        HostileInput.IsTooDeep(Reader, "SF:" + new string('a', 100_000));

    [Theory]
    [InlineData("TN:\nSF:a", true)]
    [InlineData("# made by x\n\nSF:a", true)]
    [InlineData("name: SF:a", false)]
    [InlineData("hello\nSF:a", false)]
    public void It_is_recognised_by_its_first_record(string report, bool claimed) =>
        Assert.Equal(claimed, Reader.Claims(ContentHead.Of(Encoding.UTF8.GetBytes(report))));

    [Fact]
    public void A_report_that_is_cut_off_never_reads_like_the_whole()
    {
        var bytes = Encoding.UTF8.GetBytes(Report.Replace("TN:unit\n", ""));
        for (var length = 1; length < bytes.Length; length++)
            Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, bytes[..length]).Error?.Kind);
    }

    [Fact]
    public void Reading_in_small_pieces_gives_the_same()
    {
        var pieces = Reader.Read(new Trickle(Encoding.UTF8.GetBytes(Report), 3), TestContext.Current.CancellationToken);
        Assert.Equal(File(Report).Lines, Assert.IsType<FileCoverage>(Assert.Single(pieces.Observations)).Lines);
    }

    [Fact]
    public void No_mutation_makes_it_throw() => HostileInput.NeverThrows(Reader, Report);

    private static FileCoverage File(string report)
    {
        var outcome = HostileInput.Read(Reader, report);
        Assert.Null(outcome.Error);
        return Assert.IsType<FileCoverage>(Assert.Single(outcome.Observations));
    }
}
