using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Adoption;

/// <summary>What is owed may only get less, also where the profile of a change does not ask for it.</summary>
public sealed class GrowingDebtTests
{
    /// <summary>Catches tests that are deleted in a small change: main would be red afterwards.</summary>
    [Fact]
    public void A_test_that_is_deleted()
    {
        using var repository = Lightweight();
        repository.Edit("test/fees.test.js", "  assert.equal(fee(10), 1);\n  assert.equal(fee(101), 2);\n", "  assert.ok(true);\n");

        var lines = repository.Check().Of("fees", "lines");

        Assert.Equal(Status.Fail, lines.Status);
        Assert.Contains("what is owed may only get less; 1 is new", lines.Reason, StringComparison.Ordinal);
        Assert.Equal("src/fees.js", Assert.Single(lines.Locations).File);
    }

    /// <summary>Catches a file that was no source before, and of which no line is edited.</summary>
    [Theory]
    [InlineData("docs/fresh.txt")]
    [InlineData("test/fresh.js")]
    public void Text_that_becomes_production_by_its_name(string path)
    {
        using var repository = Lightweight((path, "export function fresh(a) {\n  return a * 3;\n}\n"));
        repository.Files.Delete(path);
        repository.With("src/fresh.js", "export function fresh(a) {\n  return a * 3;\n}\n");

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches code that was in a comment: the lines that it stands on are not edited.</summary>
    [Fact]
    public void Code_that_was_commented_out()
    {
        using var repository = Lightweight(("src/notes.js", "/*\nexport function fresh(a) {\n  return a * 3;\n}\n*/\n"));
        repository.With("src/notes.js", "\nexport function fresh(a) {\n  return a * 3;\n}\n\n");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "lines"));
    }

    /// <summary>Catches the same thing said twice.</summary>
    [Fact]
    public void Lines_that_the_change_writes_are_asked_for_once()
    {
        using var repository = Lightweight();
        repository.With("src/more.js", "export function more(items) {\n  return items.length * 2;\n}\n");

        var verdict = repository.Check();

        Assert.Equal((Status.Fail, Status.NotDue), (verdict.StatusOf("fees", "changed"), verdict.StatusOf("fees", "lines")));
    }

    /// <summary>Catches logic in default values, which rides along with a line that moved.</summary>
    [Fact]
    public void The_head_of_a_function_beside_a_line_that_moved()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Edit("src/legacy.js", "    sum += item", "      sum += item")
            .With("src/fees.js", AdoptedRepository.Fees + "\nexport function fresh(\n  a,\n  b = a * 3,\n  c = b > 7 ? b - 1 : b,\n) {}\n");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "changed"));
    }

    /// <summary>Debt of lines is agreed, and asked of larger changes only.</summary>
    private static AdoptedRepository Lightweight(params (string Path, string Text)[] before)
    {
        var repository = AdoptedRepository.Before();
        repository.Edit("standard.yaml", "fact: coverage.lines, at_least: 90 %, phase: code_completion, profile: lightweight", "fact: coverage.lines, at_least: 90 %, phase: code_completion, profile: standard");
        foreach (var (path, text) in before) repository.With(path, text);
        repository.Files.Commit("smaller");
        repository.Adopt();
        repository.Files.Commit("adopts");
        repository.Files.Branch("change");
        return repository;
    }
}
