using Assay.Core.Measuring.Acceptance;

namespace Assay.Tests.Measuring.Acceptance;

public sealed class MeasurableTests
{
    [Theory]
    [InlineData("A transfer sent twice with the same key moves money once")]
    [InlineData("More than the balance is refused with 409 insufficient_funds and changes no balance")]
    [InlineData("An account opens with a balance of 0 in one of 10 ISO 4217 currencies; the answer is 201")]
    [InlineData("A blank owner is refused, and no account comes into being")]
    [InlineData("The search answers within 200 ms at 50 requests per second")]
    [InlineData("p95 is below 300 ms")]
    [InlineData("The page shows the balance and the last ten postings of the account")]
    [InlineData("An expired session redirects to the login page")]
    [InlineData("A file over 5 MB is rejected with the message \"too large\"")]
    [InlineData("/health/ready answers 503 while the database is down")]
    [InlineData("The export contains every posting of the chosen month, ordered by date")]
    [InlineData("After three wrong passwords the account is locked for 15 minutes")]
    [InlineData("Every error is application/problem+json with a code")]
    [InlineData("The totals of the report equal the sum of its lines")]
    [InlineData("A deleted customer's name, address and orders are removed from the database and all backups")]
    [InlineData("The same request under the same key gets the same answer byte for byte")]
    [InlineData("Entries of every posting sum to 0")]
    [InlineData("Pressing Escape closes the dialog and leaves the form unchanged")]
    [InlineData("The importer lists each rejected row with its line number")]
    [InlineData("At most 3 retries are made, then the job is stored under failed_jobs")]
    [InlineData("The answer is fast: p99 under 500 ms")]
    [InlineData("An administrator sees an audit entry that names the user, the time and the changed field, and the log keeps the entry for 90 days")]
    public void A_criterion_that_states_something_to_observe_is_measurable(string text) => Assert.True(Measurable.Is(text), text);

    [Theory]
    [InlineData("It works well")]
    [InlineData("The system is fast")]
    [InlineData("Everything works as expected")]
    [InlineData("The interface is user-friendly")]
    [InlineData("The service responds quickly")]
    [InlineData("The system returns proper results in all relevant cases")]
    [InlineData("The application shows users the information they need")]
    [InlineData("The dashboard displays a beautiful overview with intuitive navigation")]
    [InlineData("The feature is 100 % reliable")]
    [InlineData("The service is available 24/7")]
    [InlineData("Users get a great and modern experience")]
    [InlineData("Data is stored securely")]
    [InlineData("Errors are handled gracefully")]
    [InlineData("The code is clean and easy to maintain")]
    [InlineData("Nothing is lost")]
    [InlineData("Version 2 of the form is easy to use")]
    [InlineData("The page loads in a reasonable time")]
    [InlineData("The system sends correct data to the right users")]
    [InlineData("The result is shown to the user's satisfaction")]
    [InlineData("Performance is acceptable under normal conditions")]
    [InlineData("All requirements are met")]
    [InlineData("The app is scalable, secure and robust")]
    [InlineData("Security best practices are followed")]
    [InlineData("")]
    public void Empty_words_are_not(string text) => Assert.False(Measurable.Is(text), text);

    [Fact]
    public void No_text_takes_long_or_throws()
    {
        foreach (var text in (string[])[new string('a', 1_000_000), string.Concat(Enumerable.Repeat("\"a ", 50_000)), string.Concat(Enumerable.Repeat("is 1 ", 50_000)), new string(' ', 100_000) + "1", string.Concat(Enumerable.Repeat("1,", 50_000))])
            Measurable.Is(text);
    }
}
