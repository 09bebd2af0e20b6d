using System.Text;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Evidence.GitHubReviews;

/// <summary>Both shapes of reviews that GitHub gives.</summary>
public sealed class GitHubReviewsReaderTests
{
    private const string Rest = """[{"id":80,"user":{"login":"second","id":1},"body":"fine","state":"APPROVED","commit_id":"ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091","submitted_at":"2026-11-17T17:43:43Z","author_association":"MEMBER"}]""";
    private const string Gh = """{"author":{"login":"author"},"commits":[{"oid":"ecdd","authors":[{"login":"author","email":"a@example.com","name":"A"}]}],"reviews":[{"author":{"login":"second"},"state":"APPROVED","submittedAt":"2026-11-17T17:43:43Z","commit":{"oid":"ecdd"}}]}""";

    [Fact]
    public void The_rest_list_is_read()
    {
        var read = Read(Rest);
        Assert.Equal(("github-reviews", "rest"), (read.Format, read.Version));
        Assert.Equal(new Review("second", ReviewAnswer.Approved, "ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091", new DateTimeOffset(2026, 11, 17, 17, 43, 43, TimeSpan.Zero)), Assert.Single(read.Observations));
    }

    [Fact]
    public void What_gh_prints_is_read_with_the_authors()
    {
        var read = Read(Gh);
        Assert.Equal(["author", "a@example.com", "A"], Assert.Single(read.Observations.OfType<ReviewedAuthors>()).Names);
        Assert.Equal("ecdd", Assert.Single(read.Observations.OfType<Review>()).Commit);
    }

    [Theory]
    [InlineData("""[{"user":null,"state":"APPROVED","commit_id":"x"}]""")]
    [InlineData("""[{"user":{"login":"a"},"state":"LOOKS_GOOD","commit_id":"x"}]""")]
    [InlineData("""{"author":{},"reviews":3}""")]
    public void An_answer_that_does_not_say_who_or_what_is_refused(string json) => Assert.Equal(EvidenceErrors.Unreadable, Read(json).Error!.Kind);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_an_error_and_never_an_exception()
    {
        foreach (var whole in (string[])[Rest, Gh])
        {
            for (var length = 1; length < whole.Length; length++) Assert.NotNull(Read(whole[..length]).Error);
        }
    }

    private static EvidenceContent Read(string json) =>
        EvidenceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), EvidenceReaders.All, TestContext.Current.CancellationToken);
}
