using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.Drills;
using Assay.Tests.Measuring.Operations;
using NJsonSchema;

namespace Assay.Tests.Evidence.Drills;

/// <summary>Records of drills are taken whole or not at all, and the schema says the same as the reader.</summary>
public sealed class DrillReaderTests
{
    private static readonly DrillReader Reader = new();
    private static readonly string[] Good = [DrillRecords.Backup(), DrillRecords.Shutdown(), DrillRecords.Rollback(), DrillRecords.Health(), DrillRecords.Backup(restored: DrillRecords.Other, rows: 0)];

    [Fact]
    public async Task Each_kind_of_drill_is_read_however_it_went()
    {
        var schema = await Schema();
        Assert.All(Good, text =>
        {
            Assert.True(Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));
            Assert.IsType<DrillRun>(Assert.Single(HostileInput.Read(Reader, text).Observations));
            Assert.Empty(schema.Validate(text));
        });
        var run = (DrillRun)HostileInput.Read(Reader, DrillRecords.Shutdown(12, 11, 1)).Observations.Single();
        Assert.Equal(("app", DrillKind.Shutdown, new ShutdownResult(12, 11, 1, 1.9m)), (run.Component, run.Kind, run.Result));
    }

    [Theory]
    [InlineData("assay/drill/v1", "assay/drill/v2")]
    [InlineData("\"component\": \"app\"", "\"component\": \"\"")]
    [InlineData("\"drill\": \"backup\"", "\"drill\": \"restore\"")]
    [InlineData("\"drill\": \"backup\"", "\"drill\": \"shutdown\"")]
    [InlineData("\"rows\": 12", "\"rows\": -1")]
    [InlineData("\"rows\": 12", "\"rows\": 1.5")]
    [InlineData("\"rows\": 12", "\"rows\": \"many\"")]
    [InlineData("\"rows\": 12", "\"rows\": 12, \"note\": \"x\"")]
    [InlineData(", \"rows\": 12", "")]
    [InlineData("sha256:1111", "md5:1111")]
    [InlineData("sha256:1111", "sha256:XXXX")]
    [InlineData("11:55:00Z", "11:55:00")]
    [InlineData("\"started_at\"", "\"began_at\"")]
    public async Task What_is_missing_unknown_or_wrong_is_refused_by_reader_and_schema(string replace, string by)
    {
        Assert.Contains(replace, Good[0], StringComparison.Ordinal);
        var text = Good[0].Replace(replace, by, StringComparison.Ordinal);
        Assert.NotNull(HostileInput.Read(Reader, text).Error);
        Assert.NotEmpty((await Schema()).Validate(text));
    }

    /// <summary>What a schema cannot say.</summary>
    [Theory]
    [InlineData("11:54:55Z", "11:55:55Z", "it ended before it started")]
    [InlineData("\"app\"", "\"replace: id of the component\"", "it does not say which 'component' it is about")]
    public void The_reader_also_refuses(string replace, string by, string what) =>
        Assert.Equal(what, HostileInput.Read(Reader, Good[0].Replace(replace, by, StringComparison.Ordinal)).Error?.What);

    [Fact]
    public void Two_drills_in_one_record_are_refused() =>
        Assert.Contains("two drills", HostileInput.Read(Reader, Good[0].Replace("\"backup\": {", "\"health\": { \"checks\": [{ \"endpoint\": \"liveness\", \"path\": \"/\", \"state\": \"healthy\", \"status\": 200 }] }, \"backup\": {", StringComparison.Ordinal)).Error?.What, StringComparison.Ordinal);

    [Fact]
    public void A_record_that_is_cut_off_is_refused_wherever_it_is() => Assert.All(Good, text => HostileInput.IsRefusedWhereverItIsCutOff(Reader, text));

    [Fact]
    public void Mutations_never_throw() => Assert.All(Good, text => HostileInput.NeverThrows(Reader, text, 1000));

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schemas", "drill.schema.json"), TestContext.Current.CancellationToken);
}
