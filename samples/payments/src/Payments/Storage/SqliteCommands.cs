using Microsoft.Data.Sqlite;

namespace Payments.Storage;

/// <summary>Parameterised commands in one expression.</summary>
internal static class SqliteCommands
{
    /// <summary>A command in the connection's current transaction; values only ever travel as parameters.</summary>
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
