using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Tests.Support;

namespace Assay.Tests.Adoption;

/// <summary>Ways to make the baseline say what it should not; each is noticed and blocks.</summary>
public sealed class FudgedBaselineTests
{
    /// <summary>Catches a baseline that is believed because it says so.</summary>
    [Fact]
    public void New_debt_written_into_the_baseline()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/more.js", "export function more(items) {\n  return items.length * 2;\n}\n");
        var own = AdoptedRepository.Before();
        own.With("src/more.js", "export function more(items) {\n  return items.length * 2;\n}\n").Adopt();
        repository.With("assay.baseline", own.Baseline);
        own.Dispose();

        var verdict = repository.Check();

        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "rules_kept"));
        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "lines"));
        Assert.True(verdict.Weakens("owes what was not agreed: src/more.js"));
    }

    /// <summary>Catches debt for what is covered today, kept for the day on which its test goes.</summary>
    [Fact]
    public void Debt_in_advance_for_code_that_is_covered()
    {
        using var repository = AdoptedRepository.OnBranch();
        var line = repository.Baseline.Split('\n').First(each => each.Contains("refund", StringComparison.Ordinal));
        repository.With("assay.baseline", repository.Baseline + line.Replace("refund(amount)", "fee(amount)", StringComparison.Ordinal) + "\n");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "rules_kept"));
    }

    /// <summary>Catches more of the same.</summary>
    [Fact]
    public void A_larger_count()
    {
        using var repository = AdoptedRepository.OnBranch();
        var content = repository.Baseline.Split('\n').First(each => each.Contains("legacy", StringComparison.Ordinal)).Split('\t')[^1].Split(' ')[0];
        repository.With("assay.baseline", repository.Baseline.Replace(content, $"5×{content[(content.IndexOf('×') + 1)..]}", StringComparison.Ordinal));

        Assert.True(repository.Check().Weakens("owes what was not agreed"));
        Assert.Equal(Status.Fail, repository.Judge().StatusOf("fees", "rules_kept"));
    }

    /// <summary>Catches more time, more room, and a new beginning.</summary>
    [Theory]
    [InlineData(0, "no longer has its milestone")]
    [InlineData(1, "is agreed anew")]
    [InlineData(2, "no longer has its milestone")]
    public void A_later_milestone(int way, string shown)
    {
        using var repository = AdoptedRepository.OnBranch();
        var lines = repository.Baseline.Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith(way == 1 ? ".\tlines\tagreed\t" : ".\tlines\tby\t", StringComparison.Ordinal));
        var fields = lines[at].Split('\t');
        lines[at] = string.Join('\t', [.. fields[..3], way == 2 ? fields[3] : DateOnly.ParseExact(fields[3], "yyyy-MM-dd").AddDays(way == 0 ? 100 : -1 + 2).ToString("yyyy-MM-dd"), way == 2 ? "900" : fields[4]]);
        repository.With("assay.baseline", string.Join('\n', lines));

        var verdict = repository.Check();

        Assert.True(verdict.Weakens(shown), string.Join('\n', verdict.Weakened.Select(each => each.What)));
        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "rules_kept"));
    }

    /// <summary>Catches the file being thrown away and agreed on anew, with what came in between.</summary>
    [Fact]
    public void A_baseline_that_is_agreed_anew()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("src/more.js", "export function more(items) {\n  return items.length * 2;\n}\n");
        repository.Files.Delete("assay.baseline");
        repository.Later(1).Adopt();

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "rules_kept"));
    }

    /// <summary>Catches a first baseline that agrees with itself: debt is agreed on by what stands on main.</summary>
    [Fact]
    public void A_first_baseline_in_the_change_that_needs_it()
    {
        using var repository = AdoptedRepository.Before();
        repository.Files.Branch("change");
        repository.With("src/more.js", "export function more(items) {\n  return items.length * 2;\n}\n").Adopt();

        var verdict = repository.Check();

        Assert.Equal(Outcome.Blocked, verdict.Outcome);
        Assert.True(verdict.Weakens("a baseline is agreed"));
    }

    /// <summary>Catches what may never be put off, written in by hand.</summary>
    [Fact]
    public void A_failing_test_written_into_the_baseline_of_main()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Files.Git("switch", "-q", "main");
        repository.With("assay.baseline", repository.Baseline + ".\ttests_pass\tagreed\t2026-01-01\t9\n.\ttests_pass\tby\t2026-12-31\t0\n.\ttests_pass\towes\t\t\tfails\t9×-\n.\tcritical\tagreed\t2026-01-01\t9\n.\tcritical\tby\t2026-12-31\t0\n.\tcritical\towes\t\t\tabsent\t-\n")
            .Edit("assay.yaml", "    critical: [src/fee*.js]\n", "").With("test/broken.test.js", "import { test } from \"node:test\";\ntest(\"broken\", () => { throw new Error(\"broken\"); });\n");
        repository.Files.Commit("writes in what may not be owed");

        var verdict = repository.Check();

        Assert.Equal(Status.Fail, verdict.StatusOf("fees", "tests_pass"));
        Assert.Equal(Status.Missing, verdict.StatusOf("fees", "critical"));
    }

    /// <summary>Catches terms that never end, and an agreement that is still to come.</summary>
    [Theory]
    [InlineData(".\tlines\tby\t", 4000)]
    [InlineData(".\tlines\tagreed\t", 30)]
    public void Terms_on_main_that_do_not_bind(string start, int days)
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.Files.Git("switch", "-q", "main");
        repository.With("assay.baseline", string.Join('\n', repository.Baseline.Split('\n').Select(line => !line.StartsWith(start, StringComparison.Ordinal) ? line
            : string.Join('\t', [.. line.Split('\t')[..3], DateOnly.ParseExact(line.Split('\t')[3], "yyyy-MM-dd").AddDays(days).ToString("yyyy-MM-dd"), line.Split('\t')[4]]))));
        repository.Files.Commit("more time");

        Assert.Equal(Status.Fail, repository.Check().StatusOf("fees", "lines"));
    }

    /// <summary>Catches a tree that somebody chose: a touch of the file in a commit that is never judged, which holds what is to come in later.</summary>
    [Fact]
    public void A_touch_of_the_baseline_in_a_commit_between()
    {
        using var repository = AdoptedRepository.OnBranch();
        var other = AdoptedRepository.Legacy.Replace("  let sum = 0;\n", "", StringComparison.Ordinal).Replace("  return sum;\n", "  let sum = 0;\n  return sum;\n", StringComparison.Ordinal);
        repository.With("assay.baseline", repository.Baseline + "# a remark\n").With("src/legacy.js", AdoptedRepository.Legacy + other);
        repository.Files.Commit("touches");
        repository.With("src/legacy.js", AdoptedRepository.Legacy);
        repository.Files.Commit("takes it back");
        Assert.Equal(Outcome.Adopting, repository.Check().Outcome);
        repository.Files.Git("switch", "-q", "main");
        repository.Files.Git("merge", "-q", "--no-ff", "-m", "merges", "change");
        repository.Files.Branch("second");

        Assert.Equal(Outcome.Blocked, repository.With("src/legacy.js", other).Check().Outcome);
    }

    /// <summary>Catches a number that does not fit.</summary>
    [Fact]
    public void A_count_beyond_all_measure()
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("assay.baseline", repository.Baseline.Replace("\tline\t", "\tline\t2147483647×abcdefabcdef ", StringComparison.Ordinal));

        Assert.Contains("no content", Assert.Throws<AssayException>(() => repository.Judge()).Message + string.Concat(Assert.Throws<AssayException>(() => repository.Judge()).Errors.Select(error => error.What)), StringComparison.Ordinal);
    }

    /// <summary>Catches a baseline that is half read.</summary>
    [Theory]
    [InlineData("<<<<<<< HEAD\n", "merge left its marks")]
    [InlineData(".\tlines\towes\n", "no line of a baseline")]
    [InlineData(".\tmore\towes\ta.js\t\tline\tabc\n", "does not say when it was agreed")]
    [InlineData(".\tlines\tagreed\tsoon\t4\n", "no line of a baseline")]
    [InlineData(".\tlines\towes\ta.js\t\tline\t0×abc\n", "no content")]
    public void A_baseline_that_cannot_be_read(string added, string said)
    {
        using var repository = AdoptedRepository.OnBranch();
        repository.With("assay.baseline", repository.Baseline + added);

        var failure = Assert.Throws<AssayException>(() => repository.Judge());

        Assert.All(failure.Errors, error => Assert.Equal(AdoptionErrors.BaselineInvalid, error.Kind));
        Assert.Contains(failure.Errors, error => error.What.Contains(said, StringComparison.Ordinal));
    }
}
