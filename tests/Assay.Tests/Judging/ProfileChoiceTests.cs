using Assay.Core.Changes;
using Assay.Core.Judging;
using Assay.Core.Standards;
using static Assay.Tests.Support.Samples;

namespace Assay.Tests.Judging;

/// <summary>The profile follows from the change; it can be raised, and lowering it shows.</summary>
public sealed class ProfileChoiceTests
{
    [Theory]
    [InlineData(1, Profile.Lightweight)]
    [InlineData(4, Profile.Lightweight)]
    [InlineData(5, Profile.Standard)]
    [InlineData(15, Profile.Standard)]
    [InlineData(16, Profile.Enterprise)]
    public void The_number_of_changed_files_decides(int files, Profile expected) => Assert.Equal(expected, Choose(Files(files)).Profile);

    [Fact]
    public void A_sensitive_path_raises_it_and_is_named()
    {
        var choice = Choose(Change(Edit("web/package.json", 1, ["{}"])));
        Assert.Equal((Profile.Enterprise, "web/package.json is sensitive"), (choice.Profile, choice.Reason));
    }

    [Fact]
    public void What_is_moved_away_from_a_sensitive_path_was_sensitive() => Assert.Equal(Profile.Enterprise,
        Choose(Change(new ChangedFile("web/old.json", "web/package.json", ChangeKind.Renamed, []))).Profile);

    [Fact]
    public void Small_changes_that_pile_up_raise_it() => Assert.Equal(Profile.Enterprise, Choose(Files(2), new PiledUp(16, "v1.2.0")).Profile);

    [Fact]
    public void A_state_is_judged_by_standard() => Assert.Equal(Profile.Standard, Choose(Files(0) with { Judged = Judged.State }).Profile);

    [Fact]
    public void A_deployment_is_always_enterprise() => Assert.Equal(Profile.Enterprise, Choose(Files(1), phase: Phase.Deployment).Profile);

    [Fact]
    public void A_design_is_always_enterprise_whatever_changed()
    {
        Assert.Equal((Profile.Enterprise, "before implementation"), (Choose(Files(1), phase: Phase.PreImplementation).Profile, Choose(Files(1), phase: Phase.PreImplementation).Reason));
        Assert.Equal(Profile.Enterprise, Choose(Files(0) with { Judged = Judged.State }, phase: Phase.PreImplementation).Profile);
        Assert.Single(Choose(Files(1), asked: Profile.Lightweight, phase: Phase.PreImplementation).Weakened);
    }

    [Fact]
    public void Raising_by_hand_is_no_weakening() => Assert.Empty(Choose(Files(1), asked: Profile.Enterprise).Weakened);

    [Fact]
    public void Lowering_by_hand_is_listed_as_a_weakening()
    {
        var choice = Choose(Files(5), asked: Profile.Lightweight);
        Assert.Equal(Profile.Lightweight, choice.Profile);
        Assert.Equal("--profile lightweight lowers standard (5 files changed)", Assert.Single(choice.Weakened).What);
    }

    private static Change Files(int count) => Change([.. Enumerable.Range(0, count).Select(i => Edit($"src/{i}.cs", 1, ["x"]))]);

    private static ProfileChoice Choose(Change change, PiledUp? piledUp = null, Profile? asked = null, Phase phase = Phase.CodeCompletion) =>
        ProfileChoice.Of(change, phase, Standard(Criterion()).Routing, [], piledUp, asked);
}
