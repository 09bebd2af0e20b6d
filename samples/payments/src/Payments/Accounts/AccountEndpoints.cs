namespace Payments.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts", Open);
        routes.MapGet("/accounts/{id:guid}", Read);
    }

    private static IResult Open(OpenAccountRequest request, AccountStore accounts)
    {
        if (request.Check() is { } refusal)
        {
            return refusal.ToResult();
        }

        var account = accounts.Open(request);
        return TypedResults.Created($"/accounts/{account.Id}", account);
    }

    private static IResult Read(Guid id, AccountStore accounts) =>
        accounts.Find(id) is { } account ? TypedResults.Ok(account) : AccountRefusals.NotFound.ToResult();
}
