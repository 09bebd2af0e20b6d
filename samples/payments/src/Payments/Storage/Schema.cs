using Payments.Accounts;

namespace Payments.Storage;

/// <summary>
/// The ledger's tables. A balance is never stored: it is the sum of an account's entries.
/// Money enters through the settlement account of its currency, so that all entries together are zero.
/// Triggers keep what was posted from being changed or deleted, whatever program opens the file.
/// </summary>
internal static class Schema
{
    private const string Tables = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS accounts (
            id        TEXT PRIMARY KEY,
            owner     TEXT NOT NULL,
            currency  TEXT NOT NULL,
            kind      TEXT NOT NULL CHECK (kind IN ('customer', 'settlement')),
            opened_at TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS one_settlement_account_per_currency
            ON accounts (currency) WHERE kind = 'settlement';

        CREATE TABLE IF NOT EXISTS postings (
            id              TEXT PRIMARY KEY,
            idempotency_key TEXT NOT NULL UNIQUE,
            debit           TEXT NOT NULL REFERENCES accounts (id),
            credit          TEXT NOT NULL REFERENCES accounts (id),
            amount          INTEGER NOT NULL CHECK (amount > 0),
            currency        TEXT NOT NULL,
            posted_at       TEXT NOT NULL
        ) STRICT;

        CREATE TABLE IF NOT EXISTS entries (
            posting TEXT NOT NULL REFERENCES postings (id),
            account TEXT NOT NULL REFERENCES accounts (id),
            amount  INTEGER NOT NULL CHECK (amount <> 0)
        ) STRICT;
        CREATE INDEX IF NOT EXISTS entries_of_account ON entries (account);

        CREATE TRIGGER IF NOT EXISTS postings_are_not_changed BEFORE UPDATE ON postings
            BEGIN SELECT RAISE(ABORT, 'postings are final'); END;
        CREATE TRIGGER IF NOT EXISTS postings_are_not_deleted BEFORE DELETE ON postings
            BEGIN SELECT RAISE(ABORT, 'postings are final'); END;
        CREATE TRIGGER IF NOT EXISTS entries_are_not_changed BEFORE UPDATE ON entries
            BEGIN SELECT RAISE(ABORT, 'entries are final'); END;
        CREATE TRIGGER IF NOT EXISTS entries_are_not_deleted BEFORE DELETE ON entries
            BEGIN SELECT RAISE(ABORT, 'entries are final'); END;
        """;

    private const string AddSettlementAccount = """
        INSERT INTO accounts (id, owner, currency, kind, opened_at)
        VALUES ($id, 'settlement', $currency, 'settlement', datetime('now'))
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Creates what is missing: tables, and one settlement account for each supported currency.</summary>
    public static void Create(Database database)
    {
        using var connection = database.Create();
        using var tables = connection.CreateCommand();
        tables.CommandText = Tables;
        tables.ExecuteNonQuery();

        foreach (var currency in Currency.Supported)
        {
            using var settlement = connection.CreateCommand();
            settlement.CommandText = AddSettlementAccount;
            settlement.With(("$id", Guid.CreateVersion7()), ("$currency", currency));
            settlement.ExecuteNonQuery();
        }
    }
}
