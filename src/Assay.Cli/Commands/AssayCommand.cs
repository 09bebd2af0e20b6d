using System.CommandLine;
using System.CommandLine.Invocation;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Output.Errors;

namespace Assay.Cli.Commands;

/// <summary>The root command: its subcommands, and what becomes of errors and interruptions.</summary>
internal static class AssayCommand
{
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings)
    {
        var root = new RootCommand("Judges a change by a written standard: what was not shown is not passed.")
        {
            CheckCommand.Create(surroundings),
            InitCommand.Create(surroundings),
            AdoptCommand.Create(surroundings),
            ProveCommand.Create(surroundings),
            EvidenceCommand.Create(surroundings),
            PublishCommand.Create(surroundings),
            ExplainCommand.Create(surroundings),
            CompletionCommand.Create(surroundings),
        };
        Help.AddExamples(root);
        var parsed = root.Parse(args);
        if (args.Length == 0) return root.Parse("--help").Invoke();
        if (parsed.CommandResult.Command == root && parsed.Action is ParseErrorAction && !args[0].StartsWith('-'))
        {
            var near = Nearest.Of(args[0], root.Subcommands.Select(command => command.Name));
            return Report(surroundings, args, [new AssayError(UsageErrors.BadUsage, $"There is no command {args[0]}.", NextStep: near.IsEmpty ? null : $"Did you mean {near[0]}?")]);
        }
        if (parsed.Action is ParseErrorAction)
            return Report(surroundings, args, [.. parsed.Errors.Select(error => new AssayError(UsageErrors.BadUsage, error.Message))]);

        using var interrupted = new Interruption();
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = surroundings.Out, Error = surroundings.Error,
            }, interrupted.Token);
            return interrupted.Token.IsCancellationRequested ? ExitCodes.Interrupted : exit;
        }
        catch (AssayException failure)
        {
            return Report(surroundings, args, failure.Errors);
        }
        catch (OperationCanceledException) when (interrupted.Token.IsCancellationRequested)
        {
            Report(surroundings, args, [new AssayError(SystemErrors.Interrupted, "Interrupted before a verdict was given.")]);
            return ExitCodes.Interrupted;
        }
        catch (IOException failure)
        {
            return Report(surroundings, args, [new AssayError(SystemErrors.NotWritable, failure.Message)]);
        }
        catch (UnauthorizedAccessException failure)
        {
            return Report(surroundings, args, [new AssayError(SystemErrors.NotWritable, failure.Message)]);
        }
        // The last line of defence: no stack trace reaches the user, and no exit code that could be taken for a verdict.
        catch (Exception failure)
        {
            return Report(surroundings, args, [new AssayError(SystemErrors.Internal, $"{failure.GetType().Name}: {failure.Message}")]);
        }
    }

    /// <summary>Messages go to stderr; who asked for JSON alone finds them on stdout too, in their own schema.</summary>
    private static int Report(Surroundings surroundings, string[] args, IReadOnlyList<AssayError> errors)
    {
        if (args.SkipWhile(arg => arg != "--format").ElementAtOrDefault(1) == "json" && !args.Contains("--output"))
        {
            using var output = Console.OpenStandardOutput();
            ErrorJson.Write(output, errors, surroundings.Run);
        }
        ErrorText.Write(surroundings.Error, errors, surroundings.Run, Surroundings.ColourError);
        return ExitCodes.CouldNotJudge;
    }
}
