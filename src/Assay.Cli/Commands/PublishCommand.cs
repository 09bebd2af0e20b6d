using System.CommandLine;
using Assay.Cli.Publishing;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Core.Judging;

namespace Assay.Cli.Commands;

/// <summary><c>assay publish</c>: a verdict that was written before, as checks and a comment of a forge.</summary>
internal static class PublishCommand
{
    public const string Examples = """
        Examples, in a job of GitHub Actions with permissions checks: write and pull-requests: write:
          assay publish --to github --verdict verdict.json --comment verdict.md
          assay publish --to github --verdict verdict.json --name "assay services"

        The files are those that assay check wrote: --format json --output verdict.json
        --format markdown --output verdict.md. GITHUB_TOKEN is the token; what else is needed
        stands in the variables that GitHub Actions sets.
        Exit codes: those of the verdict (0 pass or adopting, 1 blocked), 2 could not publish, 130 interrupted.
        """;

    /// <summary>The account of <c>${{ github.token }}</c>.</summary>
    private const string ActionsBot = "github-actions[bot]";

    private static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan All = TimeSpan.FromMinutes(5);

    public static Command Create(Surroundings surroundings)
    {
        var to = new Option<string>("--to") { Description = "the forge: github", HelpName = "FORGE", Required = true };
        var verdict = new Option<string>("--verdict") { Description = "what assay check --format json wrote", HelpName = "FILE", Required = true };
        var comment = new Option<string?>("--comment") { Description = "what assay check --format markdown wrote in the same run", HelpName = "FILE" };
        var name = new Option<string>("--name") { Description = "name of the check that speaks for all", HelpName = "NAME", DefaultValueFactory = _ => "assay" };
        var author = new Option<string>("--author") { Description = "account whose comment is replaced", HelpName = "LOGIN", DefaultValueFactory = _ => ActionsBot };
        to.AcceptOnlyFromAmong("github");
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= 50 } text || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '/' or '-') || text.Contains("--", StringComparison.Ordinal))
                result.AddError("--name is 1 to 50 letters, digits, spaces and . _ / - (not two hyphens together).");
        });
        var command = new Command("publish", "Show a verdict as checks and a comment on a pull request.") { to, verdict, comment, name, author };
        command.SetAction(async (parsed, cancellation) =>
        {
            var judged = VerdictFile.Read(parsed.GetValue(verdict)!);
            // Stands in the log whatever becomes of the rest.
            surroundings.Out.WriteLine($"{Snake.Case(judged.Outcome).ToUpperInvariant()}  {judged.Head[..Math.Min(7, judged.Head.Length)]} · {judged.Rules} · run {judged.Run}");
            var publication = new Publication(judged, Comment(parsed.GetValue(comment), judged.Run), parsed.GetValue(name)!, parsed.GetValue(author)!);
            var job = GitHubJob.Of(Environment.GetEnvironmentVariable);
            await PublishAsync(job, publication, surroundings, cancellation);
            return judged.Outcome == Outcome.Blocked ? ExitCodes.Blocked : ExitCodes.Passed;
        });
        return command;
    }

    private static async Task PublishAsync(GitHubJob job, Publication publication, Surroundings surroundings, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(All, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var api = new GitHubApi(job, surroundings.Time, OneRequest);
        try
        {
            await new GitHubPublisher(job, api, line => surroundings.Out.WriteLine($"  {line}")).PublishAsync(publication, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new AssayException(new AssayError(PublishErrors.Unreachable, $"Publishing was not done in {All.TotalMinutes:0} minutes."));
        }
        // A fork's token can only read, by GitHub's design: there is nothing to mend, and the exit code tells the verdict.
        catch (AssayException failure) when (job.FromFork && failure.Errors.All(error => error.Kind == PublishErrors.Refused))
        {
            surroundings.Out.WriteLine("  nothing  published: the pull request comes from a fork, whose token can only read; the job itself shows the verdict");
        }
    }

    /// <summary>The Markdown of the same run: that of another would say under a commit what was judged of another.</summary>
    private static string? Comment(string? path, string run)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new AssayException(new AssayError(PublishErrors.VerdictUnusable, $"{path} is not there.", path));
        var text = File.ReadAllText(path);
        return text.Contains($"Run `{run}`", StringComparison.Ordinal) ? text
            : throw new AssayException(new AssayError(PublishErrors.VerdictUnusable, $"{path} is not of the run that wrote the verdict ({run}).", path,
                NextStep: "Write both at once: assay check --format json --output verdict.json --format markdown --output verdict.md"));
    }
}
