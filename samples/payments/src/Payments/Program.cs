using System.Text.Json.Serialization;
using Payments.Accounts;
using Payments.Deposits;
using Payments.Health;
using Payments.Ledger;
using Payments.Problems;
using Payments.Storage;
using Payments.Transfers;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Database>();
builder.Services.AddSingleton<AccountStore>();
builder.Services.AddSingleton<PostingStore>();
builder.Services.AddSingleton<TransferService>();
builder.Services.AddSingleton<DepositService>();
builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
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

app.UseExceptionHandler();
app.UseStatusCodePages();

var api = app.MapGroup("").AddEndpointFilter<BusyDatabaseFilter>();
api.MapAccounts();
api.MapDeposits();
api.MapTransfers();
app.MapHealth();

app.Run();
