using System.CommandLine.Parsing;

namespace Assay.Cli.Commands;

/// <summary>Checks of arguments that several commands share.</summary>
internal static class Arguments
{
    /// <summary>A misspelt option is no path.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            result.AddError($"There is no option {token.Value}.");
    }
}
