using Microsoft.AspNetCore.Mvc;
using Payments.Ledger;

namespace Payments.Transfers;

internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes) => routes.MapPost("/transfers", Execute);

    private static IResult Execute(
        TransferRequest request,
        [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey,
        TransferService transfers,
        HttpResponse response)
    {
        var outcome = transfers.Execute(idempotencyKey, request);
        if (outcome.IsRefused)
        {
            return outcome.Refusal.ToResult();
        }

        IdempotencyKey.MarkReplay(response, outcome.Value);
        return TypedResults.Ok(Transfer.Of(outcome.Value));
    }
}
