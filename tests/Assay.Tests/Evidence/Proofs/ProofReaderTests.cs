using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Core.Proofs;
using Assay.Evidence;
using Assay.Evidence.Proofs;
using Assay.Tests.Output.Proofs;

namespace Assay.Tests.Evidence.Proofs;

public sealed class ProofReaderTests
{
    private static readonly ProofReader Reader = new();

    public static TheoryData<string> Situations => [.. Output.Proofs.Proofs.All.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public void What_was_written_is_read_back_and_by_no_other_reader(string situation)
    {
        var proof = Output.Proofs.Proofs.All[situation]();
        var content = EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(ProofFormatsTests.Write(proof, "json"))), EvidenceReaders.All, TestContext.Current.CancellationToken);
        Assert.Null(content.Error);
        Assert.Equal(("assay-proof", "v1"), (content.Format, content.Version));
        var read = content.Observations.Cast<RedGreenProof>().ToList();
        Assert.Equal(proof.Components.Select(one => (one.Id, one.Subject, one.Outcome, one.Reason, one.NextStep)), read.Select(one => (one.Component, one.Subject, one.Outcome, one.Reason, one.NextStep)));
        Assert.All(read, one => Assert.Equal((proof.Base, proof.Head), (one.Base, one.Head)));
        Assert.Equal(proof.Tests, read.SelectMany(one => one.Tests));
        Assert.Equal(proof.Hunks is null, read.TrueForAll(one => one.Hunks is null));
        Assert.Equal(proof.Hunks ?? [], read.SelectMany(one => one.Hunks ?? []));
        Assert.Equal(proof.Weakened.Select(test => (test.Test, test.Line, test.Weakness, string.Join('\n', test.Diff))), read.SelectMany(one => one.Weakened).Select(test => (test.Test, test.Line, test.Weakness, string.Join('\n', test.Diff))));
    }

    [Theory]
    [InlineData("assay/proof/v2")]
    [InlineData("assay/proof/")]
    public void Another_version_is_refused_and_is_nothing_else(string schema)
    {
        var text = Good().Replace("assay/proof/v1", schema, StringComparison.Ordinal);
        var content = EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), EvidenceReaders.All, TestContext.Current.CancellationToken);
        Assert.Equal(EvidenceErrors.UnsupportedVersion, content.Error?.Kind);
    }

    [Fact]
    public void A_history_is_no_proof()
    {
        var text = ProofFormatsTests.Write(Output.Proofs.Proofs.History(), "json");
        Assert.Equal(EvidenceErrors.Unrecognised, EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), EvidenceReaders.All, TestContext.Current.CancellationToken).Error?.Kind);
    }

    [Theory]
    [InlineData("\"outcome\": \"proven\"", "\"outcome\": \"green\"")]
    [InlineData("\"outcome\": \"proven\"", "\"outcome\": \"Proven\"")]
    [InlineData("\"red\": \"failed\"", "\"red\": 3")]
    [InlineData("\"dirty\": false", "\"dirty\": 0")]
    [InlineData("\"dirty\": false,", "")]
    [InlineData("\"dirty\": false", "\"dirty\": null")]
    [InlineData("\"dirty\": false", "\"dirty\": false, \"waived\": true")]
    [InlineData("\"dirty\": false", "\"dirty\": false, \"dirty\": false")]
    [InlineData("\"held\": true,", "")]
    [InlineData("\"held\": true", "\"held\": \"true\"")]
    [InlineData("\"lines\": \"2-3\"", "\"lines\": \"3-2\"")]
    [InlineData("\"lines\": \"2-3\"", "\"lines\": \"0-3\"")]
    [InlineData("\"lines\": \"2-3\"", "\"lines\": \"all\"")]
    [InlineData("\"lines\": \"2-3\"", "\"lines\": \"2-99999999999\"")]
    [InlineData("\"unaffected\": 41", "\"unaffected\": -1")]
    [InlineData("\"duration\": 3.2", "\"duration\": -3.2")]
    [InlineData("\"duration\": 3.2", "\"duration\": \"3.2\"")]
    [InlineData("\"duration\": 3.2", "\"duration\": 1e99")]
    [InlineData("\"tests\": [", "\"tests\": null, \"others\": [")]
    [InlineData("\"base\": \"9d2c1f7a55e04b6c8d3e2f1a0b9c8d7e6f5a4b3c\"", "\"base\": \"\"")]
    public void What_is_malformed_is_refused(string what, string instead) => Refused(what, instead);

    [Theory]
    [InlineData("\"outcome\": \"proven\",\n      \"base\"", "\"outcome\": \"characterisation\",\n      \"base\"", "no test of it is")]
    [InlineData("\"red\": \"failed\"", "\"red\": \"passed\"", "did not fail without the change")]
    [InlineData("\"red\": \"failed\"", "\"red\": \"not_run\"", "did not fail without the change")]
    [InlineData("\"green\": \"passed\"", "\"green\": \"skipped\"", "did not pass with the change")]
    [InlineData("\"by\": \"Shop.RefundTests.A_refund_is_written\"", "\"by\": null", "is held by no test")]
    [InlineData("\"by\": null", "\"by\": \"T\"", "is not held, and T holds it")]
    [InlineData("\"id\": \"payments\"", "\"id\": \"other\"", "is none of its components")]
    [InlineData("\"dirty\": false,\n  \"outcome\": \"proven\"", "\"dirty\": false,\n  \"outcome\": \"untested\"", "its components say otherwise")]
    [InlineData("\"outcome\": \"proven\",\n      \"reason\": \"4", "\"outcome\": \"untested\",\n      \"reason\": \"4", "its components say otherwise")]
    [InlineData("\"outcome\": \"proven\",\n      \"reason\": \"4", "\"outcome\": \"documentation\",\n      \"reason\": \"4", "fails without the change")]
    [InlineData("\"outcome\": \"proven\",\n      \"reason\": \"4", "\"outcome\": \"refactoring\",\n      \"reason\": \"4", "fails without the change")]
    [InlineData("\"subject\": \"sha256:", "\"subject\": \"none:", "bound to no content")]
    [InlineData("\"weakened\": []", "\"weakened\": [{\"component\":\"payments\",\"test\":\"T\",\"file\":\"t.cs\",\"line\":1,\"weakness\":\"deleted\",\"what\":\"\",\"diff\":[]}]", "names weakened tests")]
    [InlineData("\"outcome\": \"characterisation\"", "\"outcome\": \"broken\"", "fails with the change")]
    public void A_proof_that_contradicts_itself_is_refused(string what, string instead, string why) =>
        Assert.Contains(why, Refused(what, instead).What, StringComparison.Ordinal);

    [Fact]
    public void A_proof_of_no_component_is_refused() =>
        Assert.Contains("no component", HostileInput.Read(Reader, ProofFormatsTests.Write(Output.Proofs.Proofs.Documentation() with { Components = [] }, "json")).Error?.What, StringComparison.Ordinal);

    [Fact]
    public void It_is_refused_wherever_it_is_cut_off() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, ProofFormatsTests.Write(Output.Proofs.Proofs.Hunks(), "json"));

    [Fact]
    public void It_never_throws() => HostileInput.NeverThrows(Reader, ProofFormatsTests.Write(Output.Proofs.Proofs.Hunks(), "json"));

    [Fact]
    public void Lines_are_read_as_they_are_written()
    {
        Assert.Equal(["12", "12-15", "before 12"], [HunkLines.Of(12, 12), HunkLines.Of(12, 15), HunkLines.Of(12, 11)]);
        Assert.Equal([(12, 12), (12, 15), (12, 11)], new[] { "12", "12-15", "before 12" }.Select(text => HunkLines.Parse(text)!.Value));
        Assert.All((string[])["", "-", "12-12", "12-11", "before 12-13", "before", " 12", "+12", "12-", "1-2-3", "012"], text => Assert.Null(HunkLines.Parse(text)));
    }

    private static string Good() => ProofFormatsTests.Write(Output.Proofs.Proofs.Hunks(), "json");

    private static AssayError Refused(string what, string instead)
    {
        var good = Good();
        Assert.Contains(what, good);
        var at = good.IndexOf(what, StringComparison.Ordinal);
        // A contradiction about the tests as a whole needs each of them changed.
        var bad = what.Contains("\n      \"base\"", StringComparison.Ordinal) ? good.Replace(what, instead, StringComparison.Ordinal) : good[..at] + instead + good[(at + what.Length)..];
        var error = HostileInput.Read(Reader, bad).Error;
        Assert.Equal(EvidenceErrors.Unreadable, error?.Kind);
        return error!;
    }
}
