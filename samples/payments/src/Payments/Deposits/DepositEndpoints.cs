using Microsoft.AspNetCore.Mvc;
using Payments.Ledger;

namespace Payments.Deposits;

internal static class DepositEndpoints
{
    public static void MapDeposits(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/accounts/{id:guid}/deposits", Execute);

    private static IResult Execute(
        Guid id,
        DepositRequest request,
        [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey,
        DepositService deposits,
        HttpResponse response)
    {
        var outcome = deposits.Execute(idempotencyKey, id, request);
        if (outcome.IsRefused)
        {
            return outcome.Refusal.ToResult();
        }

        IdempotencyKey.MarkReplay(response, outcome.Value);
        return TypedResults.Ok(Deposit.Of(outcome.Value));
    }
}
