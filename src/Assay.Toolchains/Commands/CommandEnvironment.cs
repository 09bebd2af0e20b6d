namespace Assay.Toolchains.Commands;

/// <summary>What a command is told about its surroundings: the user's own variables, without Assay's.</summary>
internal static class CommandEnvironment
{
    /// <summary>Variable that every process of one command inherits; by it they are found again when they have to be ended.</summary>
    internal const string RunVariable = "EVIDENCE_RUN";

    private static readonly (string Name, string Value)[] Added =
    [
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("NO_COLOR", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
    ];

    internal static void Prepare(IDictionary<string, string?> environment, CommandLine command, string runId)
    {
        foreach (string name in environment.Keys.Where(IsAssays).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in Added)
        {
            environment[name] = value;
        }

        foreach (var (name, value) in command.Variables ?? [])
        {
            environment[name] = value;
        }

        environment[RunVariable] = runId;
    }

    /// <summary>Keys, state and settings of Assay: nothing that is judged may see them.</summary>
    private static bool IsAssays(string name) => name.StartsWith("ASSAY_", StringComparison.OrdinalIgnoreCase);
}
