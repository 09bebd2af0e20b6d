using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Assay.Cli.Commands;

/// <summary>Examples below the generated help of a command.</summary>
internal static class Help
{
    /// <summary>Prints the examples of each command after its help.</summary>
    public static void AddExamples(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        // A path may begin with a slash.
        foreach (var alias in (string[])["/h", "/?", "-?"]) option.Aliases.Remove(alias);
        var help = (HelpAction)option.Action!;
        // A log has no width of its own; without a bound the longest usage line sets the columns.
        if (Console.IsOutputRedirected) help.MaxWidth = WidthInLogs;
        option.Action = new WithExamples(help);
    }

    private const int WidthInLogs = 100;

    private static string? ExamplesOf(Command command) => command.Name switch
    {
        "check" => CheckCommand.Examples,
        "prove" => ProveCommand.Examples,
        "init" => InitCommand.Examples,
        "adopt" => AdoptCommand.Examples,
        "publish" => PublishCommand.Examples,
        "explain" => ExplainCommand.Examples,
        "completion" => CompletionCommand.Examples,
        "evidence" or "inspect" or "list" or "add" => EvidenceCommand.Examples,
        _ => """
            Examples:
              assay check                     judge what stands here, or the change on this branch
              assay init                      write assay.yaml
              assay adopt                     agree on what is below the bar, so that what is new can be judged
              assay explain coverage_lines    what a criterion asks, and how to get there
            """,
    };

    private sealed class WithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exit = help.Invoke(parseResult);
            if (ExamplesOf(parseResult.CommandResult.Command) is { } examples) parseResult.InvocationConfiguration.Output.WriteLine(examples);
            return exit;
        }
    }
}
