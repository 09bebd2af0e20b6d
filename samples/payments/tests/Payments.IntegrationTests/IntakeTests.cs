using System.Net;

namespace Payments.IntegrationTests;

public class IntakeTests
{
    [Fact]
    public async Task WhatComesAboveTheLimitIsRefusedAtOnceAndCounted()
    {
        await using var service = new RunningService(requestsPerSecond: 1);
        var path = $"/accounts/{Guid.NewGuid()}";

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Get(path)));

        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.NotEmpty(refused);
        await ProblemAssert.Is(refused[0], HttpStatusCode.ServiceUnavailable, "over_limit");
        Assert.Equal(TimeSpan.FromSeconds(1), refused[0].Headers.RetryAfter?.Delta);
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.NotFound);
        using var metrics = await service.Get("/metrics");
        Assert.Contains(
            $"\npayments_requests_refused_total {refused.Count}\n",
            await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthIsAnsweredAboveTheLimitToo()
    {
        await using var service = new RunningService(requestsPerSecond: 1);

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Get("/health/ready")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(null)]
    public async Task ALimitThatAdmitsNothingIsNamedAtStart(int? limit)
    {
        await using var service = new RunningService(requestsPerSecond: limit);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => service.Get("/health/live"));

        Assert.Equal("The setting 'Limits:RequestsPerSecond' must be a whole number above 0.", error.Message);
    }

    [Fact]
    public async Task ABodyThatIsNoSmallJsonObjectIsRefused()
    {
        await using var service = new RunningService();
        service.UseKestrel(0);

        using var response = await service.Post(
            "/accounts", new { owner = new string('o', 20_000), currency = "EUR" }, key: null);

        await ProblemAssert.Is(response, HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }

    [Fact]
    public async Task ARequestForAnotherHostIsRefused()
    {
        await using var service = new RunningService();
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
        request.Headers.Host = "rebound.example";

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
