using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Core.Errors;
using Assay.Core.Explaining;

namespace Assay.Cli.Commands;

/// <summary><c>assay explain ID</c>: any gate, criterion, fact or error code, offline.</summary>
internal static class ExplainCommand
{
    public const string Examples = """
        Examples:
          assay explain coverage_lines     a criterion
          assay explain tdd_compliance     a gate
          assay explain coverage.lines     a fact
          assay explain ASY1304            an error code
          assay explain --list             everything there is
        """;

    public static Command Create(Surroundings surroundings)
    {
        var id = new Argument<string?>("ID") { Description = "gate, criterion, fact or error code", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add(_ => Explain.Ids(Policies.ToExplain(Policies.DefaultStandard, surroundings.Pinned(CancellationToken.None))).Select(known => new CompletionItem(known)));
        var list = new Option<bool>("--list") { Description = "list all ids" };
        var standard = new Option<string?>("--standard") { Description = "standard to explain", HelpName = "FILE|NAME|git+URL" };
        var command = new Command("explain", "Explain a gate, criterion, fact or error code.") { id, list, standard };
        command.SetAction(parsed =>
        {
            var source = Policies.ToExplain(parsed.GetValue(standard) ?? Policies.DefaultStandard, surroundings.Pinned(CancellationToken.None));
            if (parsed.GetValue(list))
            {
                foreach (var known in Explain.Ids(source)) surroundings.Out.WriteLine(known);
                return ExitCodes.Passed;
            }
            if (parsed.GetValue(id) is not { } topic)
                throw new AssayException(new AssayError(UsageErrors.BadUsage, "Name what to explain.", NextStep: "Run: assay explain --list"));
            if (Explain.Topic(source, topic) is not { } explanation)
            {
                var near = Explain.Nearest(source, topic);
                throw new AssayException(new AssayError(UsageErrors.UnknownTopic, $"Nothing is known as {topic}.",
                    NextStep: near.Any() ? $"Did you mean: {string.Join(", ", near)}" : null));
            }
            surroundings.Out.Write(explanation.ToText(Surroundings.Width));
            return ExitCodes.Passed;
        });
        return command;
    }
}
