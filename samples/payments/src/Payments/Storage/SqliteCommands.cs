using Microsoft.Data.Sqlite;

namespace Payments.Storage;

/// <summary>Parameters of commands in one expression.</summary>
internal static class SqliteCommands
{
    /// <summary>Adds values, which only ever travel as parameters: the text of a command is a constant where it stands.</summary>
    public static void With(this SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }
}
