using Assay.Core.Components;
using Assay.Core.Evidence;
using Assay.Core.Judging;
using Assay.Core.Proofs;
using Assay.Evidence.Store;
using Assay.Git;
using Assay.Tests.Output.Proofs;

namespace Assay.Tests.Toolchains.Collecting;

/// <summary>A proof takes long, so a check keeps its record; of other content it is stale.</summary>
public sealed class KeptProofTests
{
    [Fact]
    public async Task A_check_keeps_the_record_and_another_content_makes_it_stale()
    {
        using var workshop = new Workshop().Command("test", "true");
        Assert.Equal(Status.Missing, workshop.Of("red_green_proven").Status);
        Prove(workshop);
        Assert.Equal(Status.Pass, workshop.Of("red_green_proven").Status);
        await workshop.Collect(deployment: false);
        Assert.Equal(Status.Pass, workshop.Of("red_green_proven").Status);
        await workshop.Collect();
        Assert.Equal(Status.Pass, workshop.Of("tests_weakened").Status);
        workshop.Write("main.txt", "two\n").Commit();
        await workshop.Collect(deployment: false);
        Assert.Equal((Status.Stale, Status.Stale), (workshop.Of("red_green_proven").Status, workshop.Of("tests_weakened").Status));
    }

    private static void Prove(Workshop workshop)
    {
        using var git = GitRepository.Open(workshop.Root);
        var subject = SubjectDigest.Of(git.ReadWorkTree().Tree, "");
        var test = new TestProof("app", "T", "", null, TestProofOutcome.Proven, PhaseOutcome.Absent, PhaseOutcome.Failed, PhaseOutcome.Passed, "assertion", null);
        var proof = new Core.Proofs.Proof("repository", "aaa", "bbb", false, ProofOutcome.Proven, "1 test is proven", null,
            [new ComponentProof("app", "", subject, ProofOutcome.Proven, "1 test is proven", null, 0)], [test], null, [], []);
        var now = DateTimeOffset.UtcNow;
        using var folder = workshop.Store.Begin("app", ProofRecords.Step);
        File.WriteAllText(Path.Combine(folder.Path, ProofRecords.File), ProofFormatsTests.Write(ProofRecords.For(proof, "app"), "json"));
        workshop.Store.Commit(folder, new StepRecord("app", ProofRecords.Step, StepKind.Proof, subject, "assay prove", "", 0, now.AddSeconds(-1), now, false, [], [], "0.1.0"));
    }
}
