using Payments.Monitoring;
using Payments.Storage;

namespace Payments.Accounts;

/// <summary>Customers' accounts. Settlement accounts are the ledger's own and are never found here.</summary>
internal sealed class AccountStore(Database database, TimeProvider clock)
{
    /// <summary>Opens an account with a balance of zero.</summary>
    public Account Open(OpenAccountRequest request)
    {
        var now = clock.GetUtcNow();
        var account = new Account(Guid.CreateVersion7(now), request.Owner, request.Currency, 0, now);

        return database.Write((connection, transaction) =>
        {
            using var insert = connection.CreateCommand();
            insert.CommandText =
                """
                INSERT INTO accounts (id, owner, currency, kind, opened_at)
                VALUES ($id, $owner, $currency, 'customer', $opened_at)
                """;
            insert.With(
                ("$id", account.Id),
                ("$owner", account.Owner),
                ("$currency", account.Currency),
                ("$opened_at", account.OpenedAt));
            insert.ExecuteNonQuery();
            transaction.Commit();
            return account;
        });
    }

    /// <summary>The account with its balance as of now; null if there is none.</summary>
    public Account? Find(Guid id) => database.Read(QueryClass.Complex, connection =>
    {
        using var select = connection.CreateCommand();
        select.CommandText =
            """
            SELECT owner, currency, opened_at,
                   (SELECT coalesce(sum(amount), 0) FROM entries WHERE account = accounts.id)
            FROM accounts
            WHERE id = $id AND kind = 'customer'
            """;
        select.With(("$id", id));
        using var reader = select.ExecuteReader();
        return reader.Read()
            ? new Account(id, reader.GetString(0), reader.GetString(1), reader.GetInt64(3), reader.GetDateTimeOffset(2))
            : null;
    });
}
