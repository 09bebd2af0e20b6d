using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Hey;
using Assay.Tests.Measuring.Performance;

namespace Assay.Tests.Evidence.Hey;

/// <summary>The CSV files beside this one are what hey 0.1.4 of Debian printed.</summary>
public sealed class HeyReaderTests
{
    private static readonly HeyReader Reader = new();

    [Fact]
    public void Real_output_is_counted_request_by_request()
    {
        Assert.True(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(Loads.RealHey))));
        var times = Of(Loads.RealHey);
        Assert.Equal((252, 0, 54.4m, 12.0076m), (times.Answered.Sum(time => time.Count), times.Failed, times.Slowest, times.Seconds));
        Assert.Equal(252, times.PerSecond.Sum());
        Assert.Equal(times.Answered.Select(time => time.Milliseconds).Order(), times.Answered.Select(time => time.Milliseconds));
    }

    [Fact]
    public void Answers_with_an_error_status_are_failures()
    {
        var times = Of(Loads.File("Hey/with-errors.csv"));
        Assert.Equal((21, 9), (times.Answered.Sum(time => time.Count), times.Failed));
    }

    [Fact]
    public void Without_an_answer_hey_writes_a_header_and_that_is_no_request()
    {
        var times = Of(Loads.File("Hey/unreachable.csv"));
        Assert.Equal((0, 0, 0m), (times.Answered.Length, times.Failed, times.Slowest));
    }

    [Theory]
    [InlineData("0.0011,0.0000,0.0000,0.0000,0.0000,0.0000,200", "columns")]
    [InlineData("0.0011,0.0000,0.0000,0.0000,0.0000,0.0000,200,1.0,2.0", "columns")]
    [InlineData("x,0.0000,0.0000,0.0000,0.0000,0.0000,200,1.0", "A time")]
    [InlineData("-1,0.0000,0.0000,0.0000,0.0000,0.0000,200,1.0", "A time")]
    [InlineData("0.0011,0.0000,0.0000,0.0000,0.0000,0.0000,0,1.0", "status code")]
    [InlineData("0.0011,0.0000,0.0000,0.0000,0.0000,0.0000,200,700000", "A time")]
    public void A_line_that_hey_does_not_write_is_named(string line, string says)
    {
        var error = HostileInput.Read(Reader, HeyReader.Header + "\n" + line + "\n").Error;
        Assert.Equal((EvidenceErrors.Unreadable, 2), (error?.Kind, error?.Line));
        Assert.Contains(says, error?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_gets_through_as_an_exception()
    {
        HostileInput.NeverThrows(Reader, Loads.File("Hey/with-errors.csv"));
        var text = Loads.File("Hey/with-errors.csv");
        for (var length = 1; length < text.Length; length++) _ = HostileInput.Read(Reader, text[..length]);
    }

    [Fact]
    public void Finer_times_are_rounded_up() =>
        Assert.Equal(new TimeCount(1.3m, 1), Assert.Single(Of(HeyReader.Header + "\n0.00123,0,0,0,0,0,200,0.1\n").Answered));

    private static RequestTimes Of(string csv) => Assert.IsType<RequestTimes>(Assert.Single(HostileInput.Read(Reader, csv).Observations));
}
