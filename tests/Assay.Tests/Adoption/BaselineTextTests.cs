using System.Collections.Immutable;
using Assay.Core.Adoption;
using Assay.Core.Errors;

namespace Assay.Tests.Adoption;

public sealed class BaselineTextTests
{
    private static readonly Baseline Sample = new(
        new Dictionary<DebtKey, int>
        {
            [new(".", "lines", "src/a file.cs", "int Of(int a)", "line", "1a2b3c4d5e6f")] = 1,
            [new(".", "lines", "src/a file.cs", "int Of(int a)", "line", "2a2b3c4d5e6f")] = 3,
            [new(".", "lines", "src/tab\there\\and\nthere.cs", "", "line", "3a2b3c4d5e6f")] = 1,
            [new("services/ü", "links", "docs/ж.md", "", "guide#x: no such heading", "")] = 2,
            [DebtKey.NotShown(".", "threat_model")] = 1,
        }.ToImmutableDictionary(),
        [
            new(".", "lines", new(2026, 11, 23), 5, [new(new(2027, 5, 25), 2), new(new(2027, 11, 23), 0)]),
            new(".", "threat_model", new(2026, 11, 23), 1, [new(new(2027, 11, 23), 0)]),
            new("services/ü", "links", new(2026, 11, 23), 2, [new(new(2027, 11, 23), 0)]),
        ]);

    /// <summary>Catches a name that breaks the file, such as one with a tab or a line end in it.</summary>
    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        var read = BaselineText.Read(BaselineText.Write(Sample), "assay.baseline");

        Assert.Equal(Sample.Owed.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal), read.Owed.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal));
        Assert.Equal(Sample.Terms.Select(Shown), read.Terms.Select(Shown));
        Assert.Equal(BaselineText.Write(Sample), BaselineText.Write(read));
    }

    /// <summary>Catches an order that depends on the machine, and lines that git could not merge one by one.</summary>
    [Fact]
    public void Lines_are_sorted_by_code_point_and_end_with_one_sign()
    {
        var lines = BaselineText.Write(Sample).Split('\n')[2..^1];

        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.DoesNotContain('\r', BaselineText.Write(Sample));
    }

    /// <summary>Catches a checkout that turned line ends.</summary>
    [Fact]
    public void Windows_line_ends_are_read_alike() =>
        Assert.Equal(BaselineText.Write(Sample), BaselineText.Write(BaselineText.Read(BaselineText.Write(Sample).Replace("\n", "\r\n", StringComparison.Ordinal), "assay.baseline")));

    /// <summary>Catches a crash, and a cut file that is read as less than it was with nobody told: each line that is there is read, or named.</summary>
    [Fact]
    public void Damage_is_named_and_never_throws_anything_else()
    {
        var random = new Random(20261123);
        var whole = BaselineText.Write(Sample);
        for (var n = 0; n < 2000; n++)
        {
            var text = whole.ToCharArray();
            for (var edit = 0; edit < random.Next(1, 6); edit++) text[random.Next(text.Length)] = "\t\n\\×0-9 a<=\0\uFFFF"[random.Next(13)];
            var cut = new string(text)[..random.Next(whole.Length)];
            try
            {
                BaselineText.Read(cut, "assay.baseline");
            }
            catch (AssayException failure)
            {
                Assert.All(failure.Errors, error => Assert.Equal(AdoptionErrors.BaselineInvalid, error.Kind));
            }
        }
    }

    private static string Shown(Terms terms) => $"{terms.Component} {terms.Criterion} {terms.Agreed:O} {terms.Size} {string.Join(' ', terms.Milestones)}";
}
