using Assay.Core.Evidence;
using Assay.Core.Measuring;
using Assay.Core.Standards;

namespace Assay.Tests.Toolchains.Collecting;

/// <summary>What is not due is not run.</summary>
public sealed class DueTests
{
    /// <summary>Catches a small change that pays for everything that a large one is asked.</summary>
    [Fact]
    public void A_lightweight_profile_needs_tests_types_lint_and_secrets_and_what_leads_to_them()
    {
        var due = Due(Profile.Lightweight, Phase.CodeCompletion);
        Assert.Superset(new HashSet<StepKind> { StepKind.Restore, StepKind.Build, StepKind.Test, StepKind.Types, StepKind.Lint, StepKind.Secrets, StepKind.Other }, due);
        Assert.Empty(due.Intersect([StepKind.Sbom, StepKind.Vulnerabilities, StepKind.Analysis, StepKind.Documentation]));
    }

    /// <summary>Catches a step of the standard that is left out because a table forgot it.</summary>
    [Fact]
    public void A_higher_profile_and_a_later_phase_only_add()
    {
        Assert.Superset(new HashSet<StepKind> { StepKind.Sbom, StepKind.Vulnerabilities, StepKind.Analysis, StepKind.Documentation }, Due(Profile.Standard, Phase.CodeCompletion));
        Assert.Equal(Enum.GetValues<StepKind>().ToHashSet(), Due(Profile.Enterprise, Phase.Deployment));
    }

    /// <summary>Catches a bill of materials that nobody can write, because what it reads is restored only where tests are due.</summary>
    [Fact]
    public void A_standard_that_asks_for_packages_alone_still_restores_them()
    {
        var standard = BuiltInStandards.Load("production")!;
        var packages = standard with { Gates = [.. standard.Gates.Select(gate => gate with { Criteria = [.. gate.Criteria.Where(criterion => criterion.Id == "sbom")] }).Where(gate => !gate.Criteria.IsEmpty)] };
        Assert.Equal([StepKind.Restore, StepKind.Sbom, StepKind.Drill, StepKind.Other], DueSteps.Of([packages], Profile.Standard, Phase.CodeCompletion).Order());
    }

    /// <summary>Catches a step that runs though it is not due, and one that is forgotten though what it showed still holds.</summary>
    [Fact]
    public async Task A_step_that_is_not_due_is_not_run_and_what_it_left_of_the_same_content_stays()
    {
        using var workshop = new Workshop().Command("test", "echo ran >> out/ran; printf '<testsuite tests=\"1\"><testcase name=\"a\" classname=\"b\"/></testsuite>' > \"$EVIDENCE_DIR/junit.xml\"");
        await workshop.Collect(deployment: false, due: kind => kind != StepKind.Secrets);
        Assert.Equal(["bill of materials", "known vulnerabilities of packages"], workshop.Titles.Where(title => title.Contains("bill", StringComparison.Ordinal) || title.Contains("known", StringComparison.Ordinal)));
        Assert.DoesNotContain(workshop.Titles, title => title.StartsWith("secrets", StringComparison.Ordinal));

        var before = File.ReadAllLines(Path.Combine(workshop.Root, "out/ran")).Length;
        await workshop.Collect(deployment: false, due: kind => kind is StepKind.Sbom);
        Assert.Equal(before, File.ReadAllLines(Path.Combine(workshop.Root, "out/ran")).Length);
        Assert.Contains(workshop.Store.Load("app").Steps, step => step.Record.Step == "configured-test");

        workshop.Write("main.txt", "two\n").Commit();
        await workshop.Collect(deployment: false, due: kind => kind is StepKind.Sbom);
        Assert.DoesNotContain(workshop.Store.Load("app").Steps, step => step.Record.Step == "configured-test");
    }

    /// <summary>Catches a message that names a log and leaves it to the reader where it lies.</summary>
    [Fact]
    public async Task A_problem_names_the_folder_of_its_log()
    {
        using var workshop = new Workshop().Command("build", "echo it broke; exit 3");
        await workshop.Collect(deployment: false);
        var advice = Assert.Single(workshop.Record("configured-build").Problems).NextStep!;
        var log = advice.Split(' ').Single(word => word.TrimEnd('.', ':').EndsWith(".log", StringComparison.Ordinal)).TrimEnd('.', ':');
        Assert.Contains("it broke", File.ReadAllText(Path.Combine(workshop.Root, log)));
    }

    private static HashSet<StepKind> Due(Profile profile, Phase phase) => [.. DueSteps.Of([BuiltInStandards.Load("production")!], profile, phase)];
}
