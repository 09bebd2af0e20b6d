using Assay.Core.Proofs;
using Assay.Tests.Output.Proofs;

namespace Assay.Tests.Proofs;

public sealed class ProofRecordsTests
{
    [Fact]
    public void The_record_of_a_component_holds_what_is_its_own_and_its_own_outcome()
    {
        var several = Output.Proofs.Proofs.Several() with { Hunks = [new HunkProof("web", "web/a.ts", 1, 1, false, null, null)] };
        var payments = ProofRecords.For(several, "payments");
        Assert.Equal((ProofOutcome.Proven, null, 5, 0, 4), (payments.Outcome, payments.NextStep, payments.Tests.Length, payments.Hunks?.Length, payments.Phases.Length));
        var web = ProofRecords.For(several, "web");
        Assert.Equal((ProofOutcome.Vacuous, "Let a test fail without the change.", 1, 1, 0), (web.Outcome, web.NextStep, web.Tests.Length, web.Hunks?.Length, web.Phases.Length));
        Assert.Equal((several.Base, several.Head, several.Repository), (web.Base, web.Head, web.Repository));
        Assert.Null(ProofRecords.For(Output.Proofs.Proofs.Several(), "web").Hunks);
        Assert.Throws<ArgumentException>(() => ProofRecords.For(several, "other"));
    }

    [Fact]
    public void The_record_of_one_component_is_a_proof_that_can_be_read() =>
        Assert.Contains("\"outcome\": \"vacuous\",\n  \"reason\": \"the new tests pass without the change\"", ProofFormatsTests.Write(ProofRecords.For(Output.Proofs.Proofs.Several(), "web"), "json"), StringComparison.Ordinal);
}
