using Microsoft.Data.Sqlite;
using Payments.Monitoring;
using Payments.Problems;
using Payments.Storage;

namespace Payments.Ledger;

/// <summary>The ledger. Each posting is one immediate transaction, so postings happen one after another.</summary>
internal sealed partial class PostingStore(Database database, TimeProvider clock, ILogger<PostingStore> logger)
{
    public static readonly Refusal InsufficientFunds = new(
        StatusCodes.Status409Conflict, "insufficient_funds", "The balance of the account is less than the amount.");

    /// <summary>Posts once per key; the debit account must hold the amount.</summary>
    public Outcome<Receipt> Post(string key, Posting posting) => Post(key, posting, mayOverdraw: false);

    /// <summary>Posts once per key from the settlement account of the currency, which stands for the world outside.</summary>
    public Outcome<Receipt> PostFromOutside(string key, Guid credit, long amount, string currency) =>
        Post(key, new Posting(SettlementAccount(currency), credit, amount, currency), mayOverdraw: true);

    private Outcome<Receipt> Post(string key, Posting posting, bool mayOverdraw)
    {
        var now = clock.GetUtcNow();
        var receipt = new Receipt(Guid.CreateVersion7(now), now, posting, Replayed: false);

        return database.Write((connection, transaction) => Post(connection, transaction, key, receipt, mayOverdraw));
    }

    private Outcome<Receipt> Post(
        SqliteConnection connection, SqliteTransaction transaction, string key, Receipt receipt, bool mayOverdraw)
    {
        var posting = receipt.Posting;

        // The unique key decides, not a look beforehand: of concurrent duplicates exactly one gets past this line.
        if (!TryRecord(connection, key, receipt))
        {
            var stored = Read(connection, key);
            return stored.Posting == posting ? stored : IdempotencyKey.Reused;
        }

        if (!mayOverdraw && Balance(connection, posting.Debit) < posting.Amount)
        {
            return InsufficientFunds;
        }

        foreach (var entry in posting.Entries)
        {
            Record(connection, receipt.Id, entry);
        }

        transaction.Commit();
        Posted(receipt.Id, posting.Debit, posting.Credit);
        return receipt;
    }

    private static bool TryRecord(SqliteConnection connection, string key, Receipt receipt)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO postings (id, idempotency_key, debit, credit, amount, currency, posted_at)
            VALUES ($id, $key, $debit, $credit, $amount, $currency, $posted_at)
            ON CONFLICT (idempotency_key) DO NOTHING
            """;
        insert.With(
            ("$id", receipt.Id),
            ("$key", key),
            ("$debit", receipt.Posting.Debit),
            ("$credit", receipt.Posting.Credit),
            ("$amount", receipt.Posting.Amount),
            ("$currency", receipt.Posting.Currency),
            ("$posted_at", receipt.PostedAt));
        return insert.ExecuteNonQuery() == 1;
    }

    private static Receipt Read(SqliteConnection connection, string key)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT id, posted_at, debit, credit, amount, currency FROM postings WHERE idempotency_key = $key";
        select.With(("$key", key));
        using var reader = select.ExecuteReader();
        reader.Read();
        var posting = new Posting(reader.GetGuid(2), reader.GetGuid(3), reader.GetInt64(4), reader.GetString(5));
        return new Receipt(reader.GetGuid(0), reader.GetDateTimeOffset(1), posting, Replayed: true);
    }

    private static long Balance(SqliteConnection connection, Guid account)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT coalesce(sum(amount), 0) FROM entries WHERE account = $account";
        select.With(("$account", account));
        return Convert.ToInt64(select.ExecuteScalar(), null);
    }

    private static void Record(SqliteConnection connection, Guid posting, Entry entry)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entries (posting, account, amount) VALUES ($posting, $account, $amount)";
        insert.With(
            ("$posting", posting),
            ("$account", entry.Account),
            ("$amount", entry.Amount));
        insert.ExecuteNonQuery();
    }

    private Guid SettlementAccount(string currency) => database.Read(QueryClass.Simple, connection =>
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT id FROM accounts WHERE kind = 'settlement' AND currency = $currency";
        select.With(("$currency", currency));
        using var reader = select.ExecuteReader();
        reader.Read();
        return reader.GetGuid(0);
    });

    [LoggerMessage(LogLevel.Information, "Posted {Posting} from {Debit} to {Credit}.")]
    private partial void Posted(Guid posting, Guid debit, Guid credit);
}
