using System.Text;
using Assay.Core.Errors;

namespace Assay.Git.Processes;

/// <summary>What a call of git answered.</summary>
internal sealed record GitOutput(string Command, int ExitCode, byte[] Bytes, string Error)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public GitOutput OrThrow() => ExitCode == 0 ? this : throw Failed(Command, $"ended with {ExitCode}: {FirstLine(Error)}");

    public static AssayException Failed(string command, string what) =>
        new(new AssayError(GitErrors.GitFailed, $"git {command} {what}", NextStep: $"Run it by hand: git {command}"));

    private static string FirstLine(string text) => text.Trim() is { Length: > 0 } some ? some.Split('\n')[0].Trim() : "it said nothing";
}
