using System.Text.Json.Serialization;
using Payments.Accounts;
using Payments.Deposits;
using Payments.Health;
using Payments.Intake;
using Payments.Ledger;
using Payments.Monitoring;
using Payments.Problems;
using Payments.Shutdown;
using Payments.Storage;
using Payments.Transfers;

var builder = WebApplication.CreateBuilder(args);

// Every request is a small JSON object: whoever sends more is not a client of this service.
builder.WebHost.ConfigureKestrel(server =>
{
    server.AddServerHeader = false;
    server.Limits.MaxRequestBodySize = 16 * 1024;
});

ResponseHeaders.AddFirst(builder.Services);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ServiceMetrics>();
builder.Services.AddSingleton<Database>();
builder.Services.AddSingleton<AccountStore>();
builder.Services.AddSingleton<PostingStore>();
builder.Services.AddSingleton<TransferService>();
builder.Services.AddSingleton<DepositService>();
builder.Services.AddHealthChecks()
    .AddCheck<DatabaseHealthCheck>("database")
    .AddCheck<StoppingHealthCheck>("stopping");
builder.Services.AddHostedService<Drain>();
builder.Services.AddIntakeLimit(builder.Configuration);
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemFields.Add);

// A malformed body is the client's mistake: a 400 problem in every environment, not an exception.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    options.SerializerOptions.RespectNullableAnnotations = true;
    options.SerializerOptions.RespectRequiredConstructorParameters = true;
});

var app = builder.Build();
Schema.Create(app.Services.GetRequiredService<Database>());

app.UseRequestMetrics();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseIntakeLimit();

var api = app.MapGroup("").RequireRateLimiting(IntakeLimit.Policy).AddEndpointFilter<BusyDatabaseFilter>();
api.MapAccounts();
api.MapDeposits();
api.MapTransfers();
app.MapHealth();
app.MapMetrics();

app.Run();
