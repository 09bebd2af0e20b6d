using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Adoption;

/// <summary>Ways to slip code past a baseline that says what it should; each blocks.</summary>
public sealed class SlippingThroughTests
{
    /// <summary>Catches a total: a file with debt is no place for more of it.</summary>
    [Fact]
    public void New_code_in_a_file_with_debt()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Edit("src/legacy.js", "  return sum;\n", "  return sum;\n}\n\nexport function more(items) {\n  return items.length * 2;\n");

        var verdict = repository.Check();

        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "changed"));
        var lines = verdict.Of("fees", "lines");
        Assert.Equal(Status.Fail, lines.Status);
        Assert.All(lines.Locations, place => Assert.InRange(place.Line!.Value, 8, 11));
    }

    /// <summary>Catches debt that stays with a line that somebody had in hand.</summary>
    [Fact]
    public void An_edited_line_in_a_function_with_debt()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Edit("src/legacy.js", "item.price * item.count", "item.price * item.count * 2");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "lines"));
    }

    /// <summary>Catches a copy that hides behind what it was copied from.</summary>
    [Fact]
    public void A_copy_of_a_function_with_debt()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/copy.js", AdoptedRepository.Legacy);

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches a move that brings something along.</summary>
    [Fact]
    public void A_function_that_is_edited_while_it_moves()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Files.Delete("src/legacy.js");
        repository.With("src/sums.js", "// Sums.\n" + AdoptedRepository.Legacy.Replace("sum += item.price * item.count;", "sum += item.price;", StringComparison.Ordinal));

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches lines that are owed one by one: put in another order they are another function.</summary>
    [Fact]
    public void A_new_function_put_together_from_lines_with_debt()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/legacy.js", """
            export function legacy(items) {
              for (const item of items) {
                return sum;
              }
              let sum = 0;
              sum += item.price * item.count;
            }

            """);

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches an identity that counts only that a line is there: an old one goes, the same comes in elsewhere.</summary>
    [Fact]
    public void A_line_with_debt_that_is_taken_out_and_put_in_elsewhere()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Edit("src/fees.js", "  return part;\n", "").Edit("src/fees.js", "  const part = amount / 2;\n", "  const part = amount / 2;\n  if (amount < 0)\n  return part;\n");

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches debt that is owed because nobody measures it any more.</summary>
    [Fact]
    public void Coverage_that_is_not_measured_any_more()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("notes.txt", "a change\n").Check();
        File.Delete(repository.Report);

        Assert.Equal(Outcome.Blocked, repository.Judge().Outcome);
    }

    /// <summary>Catches paid debt that comes back.</summary>
    [Fact]
    public void Debt_that_was_paid_and_is_made_again()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.WithTest("legacy", "legacy", "legacy([{ price: 2, count: 3 }]) === 6").Adopt();
        repository.Files.Commit("tests legacy");
        repository.Files.Git("switch", "-q", "main");
        repository.Files.Git("merge", "-q", "change");
        repository.Files.Branch("again");
        repository.Files.Delete("test/legacy.test.js");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "lines"));
    }

    /// <summary>Catches lines that git counts otherwise than the tools do.</summary>
    [Theory]
    [InlineData("// note\r//\r//\r//\n")]
    [InlineData("// note\u2028//\n")]
    public void Line_ends_that_hide_which_lines_changed(string first)
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/fees.js", first + AdoptedRepository.Fees);
        repository.Files.Commit("a remark");
        repository.Edit("src/fees.js", "  return amount > 100 ? 2 : 1;\n", "  if (amount > 1000) {\n    amount = amount * 7;\n  }\n  return amount > 100 ? 2 : 1;\n");

        Assert.Equal(Outcome.Blocked, repository.Check().Outcome);
    }

    /// <summary>Catches a total of a file whose language has no outline.</summary>
    [Fact]
    public void New_lines_in_a_language_without_an_outline()
    {
        var lineage = Core.Adoption.Lineage.Of([new Core.Changes.ChangedFile("a.vue", null, Core.Changes.ChangeKind.Modified, [new Core.Changes.Hunk(2, ["old"], 2, ["new"])])],
            new FakeTree(("a.vue", "one\nold\n")), new FakeTree(("a.vue", "one\nnew\n")));
        var fact = new Core.Facts.Fact(Core.Facts.FactNames.CoverageLines, "fees", Core.Facts.FactState.Measured);

        Assert.NotNull(Core.Adoption.DebtKeys.Agreed("lines", fact, new Core.Location("a.vue", 1, Note: "line"), lineage));
        Assert.Null(Core.Adoption.DebtKeys.Agreed("lines", fact, new Core.Location("a.vue", 2, Note: "line"), lineage));
    }

    /// <summary>Catches a copy where the whole is not due.</summary>
    [Fact]
    public void A_copy_whose_original_only_got_another_name()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("standard.yaml", File.ReadAllText(repository.Files.FullPath("standard.yaml")))
            .With("src/copy.js", "// moved\n" + AdoptedRepository.Legacy).Edit("src/legacy.js", "function legacy(", "function legacy2(");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "changed"));
    }

    /// <summary>Catches a history that is not there being taken for one that begins later.</summary>
    [Fact]
    public void A_shallow_clone()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("notes.txt", "a change\n").Files.Commit("a change");
        using var clone = repository.Files.Clone("--depth", "2", "--no-single-branch", "--branch", "change");

        var failure = Assert.Throws<AssayException>(() => AdoptedRepository.JudgeAt(clone.Root));

        Assert.All(failure.Errors, error => Assert.Equal(GitErrors.ShallowClone, error.Kind));
    }
}
