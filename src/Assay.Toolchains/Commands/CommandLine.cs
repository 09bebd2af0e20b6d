using System.Collections.Immutable;

namespace Assay.Toolchains.Commands;

/// <summary>A command: program, arguments one by one, and variables added to the cleaned environment.</summary>
public sealed record CommandLine(string Program, ImmutableArray<string> Arguments, ImmutableDictionary<string, string>? Variables = null)
{
    /// <summary>A command as somebody wrote it in assay.yaml: run by the platform's shell, with everything that the shell understands.</summary>
    public static CommandLine Parse(string text) =>
        OperatingSystem.IsWindows() ? new("cmd", ["/d", "/s", "/c", text]) : new("/bin/sh", ["-c", text]);

    /// <summary>As a user would type it in a POSIX shell.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quote));

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+".Contains(c))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
