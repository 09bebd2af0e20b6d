using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.TestRuns;

namespace Assay.Tests.Evidence.TestRuns;

public class TestRunsReaderTests
{
    private static readonly TestRunsReader Reader = new();

    [Fact]
    public void Every_run_that_did_not_take_place_is_shown_with_its_reason()
    {
        var outcome = HostileInput.Read(Reader, """{"schema":"assay/test-runs/v1","missing":[{"run":"A net8.0","reason":"no runtime"},{"run":"B net48","reason":"Windows only"}]}""");

        Assert.Null(outcome.Error);
        Assert.Equal([new TestRunMissing("A net8.0", "no runtime"), new TestRunMissing("B net48", "Windows only")], outcome.Observations);
    }

    [Fact]
    public void Another_version_is_refused() =>
        Assert.Equal(EvidenceErrors.UnsupportedVersion, HostileInput.Read(Reader, """{"schema":"assay/test-runs/v2","missing":[]}""").Error?.Kind);

    [Fact]
    public void A_note_without_a_run_is_empty() =>
        Assert.Equal(EvidenceErrors.Empty, HostileInput.Read(Reader, """{"schema":"assay/test-runs/v1","missing":[]}""").Error?.Kind);

    [Theory]
    [InlineData("""{"schema":"assay/test-runs/v1","missing":[{"run":"A"}]}""")]
    [InlineData("""{"schema":"assay/test-runs/v1","missing":[{"run":"","reason":"x"}]}""")]
    [InlineData("""{"schema":"assay/test-runs/v1","missing":["A"]}""")]
    [InlineData("""{"schema":"assay/test-runs/v1","ran":[]}""")]
    [InlineData("""{"schema":"assay/test-runs/v1","missing":[{"run":"A","reason":"x"}""")]
    public void What_is_malformed_is_refused(string content) =>
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, content).Error?.Kind);
}
