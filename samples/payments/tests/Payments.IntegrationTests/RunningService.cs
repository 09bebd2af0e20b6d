using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Payments.Accounts;
using Payments.Monitoring;

namespace Payments.IntegrationTests;

/// <summary>The whole service over a SQLite file of its own, which is deleted with it.</summary>
/// <param name="lockTimeout">How many seconds it waits for another writer.</param>
/// <param name="requestsPerSecond">How many requests it takes in one second; null for a setting that is empty.</param>
/// <param name="drain">How many seconds it serves on after it was asked to stop.</param>
internal sealed class RunningService(int lockTimeout = 30, int? requestsPerSecond = 1_000, int drain = 0) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("payments-");

    public string DatabaseFile => Path.Combine(folder.FullName, "payments.db");

    public string ConnectionString => $"Data Source={DatabaseFile};Foreign Keys=True;Default Timeout={lockTimeout}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task<Account> OpenAccount(string currency = "EUR", long balance = 0)
    {
        using var client = CreateClient();
        using var response = await client.PostAsJsonAsync(
            "/accounts", new { owner = "customer-17", currency }, Cancelled);
        response.EnsureSuccessStatusCode();
        var account = await response.Content.ReadFromJsonAsync<Account>(Cancelled);
        Assert.NotNull(account);

        if (balance > 0)
        {
            using var deposit = await Deposit(account.Id, balance, Guid.NewGuid().ToString());
            deposit.EnsureSuccessStatusCode();
        }

        return account;
    }

    public Task<HttpResponseMessage> Deposit(Guid account, long amount, string? key) =>
        Post($"/accounts/{account}/deposits", new { amount }, key);

    public Task<HttpResponseMessage> Transfer(Guid from, Guid to, long amount, string? key) =>
        Post("/transfers", new { from, to, amount }, key);

    public async Task<HttpResponseMessage> Post(string path, object body, string? key)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancelled);
    }

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var client = CreateClient();
        return await client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
    }

    public async Task<long> Balance(Account account)
    {
        using var response = await Get($"/accounts/{account.Id}");
        var json = await Json(response);
        return json["balance"]!.GetValue<long>();
    }

    public static async Task<JsonNode> Json(HttpResponseMessage response)
    {
        var json = await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled);
        Assert.NotNull(json);
        return json;
    }

    /// <summary>A second connection, as another process would have.</summary>
    public SqliteConnection OpenDatabase()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public long Scalar(string sql)
    {
        using var connection = OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Puts something in the file's place that is no database.</summary>
    public void DamageDatabase()
    {
        LeaveDatabase();

        File.WriteAllText(DatabaseFile, "This is not a database, only some text that is long enough to be one.");
    }

    /// <summary>Waits until a transfer has reached the service and is being worked on.</summary>
    public void HasTransferInFlight()
    {
        var inProgress = Services.GetRequiredService<ServiceMetrics>().RequestsInProgress;
        Assert.True(SpinWait.SpinUntil(
            () => inProgress.WithLabels("POST", "/transfers").Value > 0, TimeSpan.FromSeconds(30)));
    }

    /// <summary>Closes the service's pooled connections.</summary>
    private void LeaveDatabase()
    {
        var existing = new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite };
        foreach (var settings in (string[])[ConnectionString, existing.ConnectionString])
        {
            using var connection = new SqliteConnection(settings);
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Takes the database's file away, as a lost volume does.</summary>
    public void RemoveDatabase() => File.Delete(DatabaseFile);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Payments", ConnectionString);
        builder.UseSetting("Limits:RequestsPerSecond", requestsPerSecond?.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Shutdown:Drain", $"00:00:{drain:00}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        LeaveDatabase();

        folder.Delete(recursive: true);
    }
}
