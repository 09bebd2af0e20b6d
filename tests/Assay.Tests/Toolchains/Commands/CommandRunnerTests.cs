using System.Collections.Concurrent;
using System.Globalization;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Tests.Toolchains.Commands;

public sealed class CommandRunnerTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private readonly TempFolder folder = new();
    private readonly ConcurrentQueue<string> lines = new();

    public CommandRunnerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "these tests speak to a POSIX shell");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Exit_code_and_both_streams_are_kept()
    {
        CommandOutcome outcome = await Run("echo one; echo two >&2; printf three; exit 7");

        Assert.Equal(7, outcome.ExitCode);
        Assert.False(outcome.TimedOut);
        string log = File.ReadAllText(outcome.LogPath);
        Assert.Contains("one\n", log);
        Assert.Contains("two\n", log);
        Assert.Contains("three", log);
        Assert.Equal(["one", "three", "two"], lines.Order());
    }

    [Fact]
    public async Task The_command_runs_in_the_given_folder_with_its_own_variables()
    {
        var command = new CommandLine("/bin/sh", ["-c", "pwd; echo $EXTRA; echo $NO_COLOR $MSBUILDDISABLENODEREUSE"], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("EXTRA", "a b"));
        await new CommandRunner(Long, lines.Enqueue).RunAsync(command, folder.Path, folder.File("x.log"), TestContext.Current.CancellationToken);

        Assert.Equal([folder.Path, "a b", "1 1"], lines);
    }

    [Theory]
    [InlineData("sleep 300 & echo $!; wait")]
    [InlineData("( sleep 300 & echo $! ) ; sleep 300")]
    [InlineData("setsid sh -c 'echo $$; exec sleep 300' & wait")]
    [InlineData("env -i /bin/sh -c 'sleep 300 & echo $!; wait'")]
    [InlineData("trap '' TERM INT HUP; sleep 300 & echo $!; wait")]
    public async Task Cancelling_ends_every_process_of_the_command(string script)
    {
        using var interrupt = new CancellationTokenSource();
        var runner = new CommandRunner(Long, line => { lines.Enqueue(line); interrupt.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => runner.RunAsync(CommandLine.Parse(script), folder.Path, folder.File("x.log"), interrupt.Token));

        AssertGone(Assert.Single(lines));
    }

    [Fact]
    public async Task A_command_beyond_its_limit_is_stopped_with_its_grandchildren_and_its_output_is_kept()
    {
        CommandOutcome outcome = await Run("sleep 300 & echo $!; wait", TimeSpan.FromMilliseconds(300));

        Assert.True(outcome.TimedOut);
        Assert.Null(outcome.ExitCode);
        AssertGone(Assert.Single(lines));
        Assert.Equal(lines.Single(), File.ReadAllText(outcome.LogPath).Trim());
    }

    [Fact]
    public async Task A_process_left_in_the_background_is_ended_when_the_command_ends()
    {
        CommandOutcome outcome = await Run("sleep 300 & echo $!");

        Assert.Equal(0, outcome.ExitCode);
        AssertGone(Assert.Single(lines));
    }

    [Fact]
    public async Task A_missing_program_is_told_apart_from_one_that_fails()
    {
        var runner = new CommandRunner(Long);
        CommandOutcome missing = await runner.RunAsync(new("no-such-program-here", []), folder.Path, folder.File("a.log"), TestContext.Current.CancellationToken);
        CommandOutcome notRunnable = await runner.RunAsync(new("./a.log", []), folder.Path, folder.File("b.log"), TestContext.Current.CancellationToken);

        Assert.Equal((true, null), (missing.NotFound, missing.ExitCode));
        Assert.Equal((true, null), (notRunnable.NotFound, notRunnable.ExitCode));
    }

    [Fact]
    public async Task A_command_that_asks_for_input_gets_none_and_ends() =>
        Assert.Equal(0, (await Run("cat; read answer; echo got \"$answer\"")).ExitCode);

    [Fact]
    public async Task Variables_of_Assay_are_not_seen_and_others_are()
    {
        Environment.SetEnvironmentVariable("ASSAY_SIGNING_KEY_FOR_TEST", "hidden");
        Environment.SetEnvironmentVariable("USER_VARIABLE_FOR_TEST", "kept");

        await Run("env");

        Assert.DoesNotContain(lines, line => line.Contains("ASSAY_"));
        Assert.Contains("USER_VARIABLE_FOR_TEST=kept", lines);
    }

    [Fact]
    public async Task Ten_megabytes_of_output_are_kept_whole()
    {
        CommandOutcome outcome = await Run("yes 123456789 2>/dev/null | head -c 10000000");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(10_000_000, new FileInfo(outcome.LogPath).Length);
        Assert.Equal(1_000_000, lines.Count);
    }

    [Fact]
    public async Task A_log_beyond_its_size_is_cut_and_says_so_while_the_command_runs_on()
    {
        CommandOutcome outcome = await new CommandRunner(Long) { LogCap = 1000 }.RunAsync(
            CommandLine.Parse("yes 2>/dev/null | head -c 5000000; exit 3"), folder.Path, folder.File("x.log"), TestContext.Current.CancellationToken);

        Assert.Equal(3, outcome.ExitCode);
        Assert.InRange(new FileInfo(outcome.LogPath).Length, 1000, 1200);
        Assert.Contains("cut here", File.ReadAllText(outcome.LogPath));
    }

    [Fact]
    public async Task A_line_without_end_does_not_grow_in_memory_and_is_kept()
    {
        CommandOutcome outcome = await Run("head -c 1000000 /dev/zero | tr '\\0' x");

        Assert.Equal(1_000_000, new FileInfo(outcome.LogPath).Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 65536));
    }

    [Fact]
    public async Task Progress_lines_carry_no_control_characters()
    {
        await Run("printf 'a\\033[2Jb\\a\\r\\n'");

        Assert.Equal("a[2Jb", Assert.Single(lines));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_an_error_and_nothing_runs()
    {
        folder.Write("file", "");
        var exception = await Assert.ThrowsAsync<AssayException>(() => new CommandRunner(Long, lines.Enqueue).RunAsync(
            CommandLine.Parse("echo ran"), folder.Path, folder.File("file/x.log"), TestContext.Current.CancellationToken));

        Assert.Equal(SystemErrors.NotWritable, Assert.Single(exception.Errors).Kind);
        Assert.Empty(lines);
    }

    [Fact]
    public async Task A_full_disk_stops_the_command_and_is_an_error()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full stands for a full disk and is not there");
        var exception = await Assert.ThrowsAsync<AssayException>(() => new CommandRunner(Long).RunAsync(
            CommandLine.Parse("echo something; sleep 300"), folder.Path, "/dev/full", TestContext.Current.CancellationToken));

        Assert.Equal(SystemErrors.NotWritable, Assert.Single(exception.Errors).Kind);
    }

    [Theory]
    [InlineData("npm", new[] { "run", "test:ci" }, "npm run test:ci")]
    [InlineData("/bin/sh", new[] { "-c", "it's $HOME" }, "/bin/sh -c 'it'\\''s $HOME'")]
    [InlineData("x", new[] { "" }, "x ''")]
    public void A_command_is_shown_as_a_user_would_type_it(string program, string[] arguments, string shown) =>
        Assert.Equal(shown, new CommandLine(program, [.. arguments]).ToString());

    private Task<CommandOutcome> Run(string script, TimeSpan? limit = null) =>
        new CommandRunner(limit ?? Long, lines.Enqueue).RunAsync(
            CommandLine.Parse(script), folder.Path, folder.File("command.log"), TestContext.Current.CancellationToken);

    private static void AssertGone(string processId)
    {
        string stat = $"/proc/{int.Parse(processId, CultureInfo.InvariantCulture)}/stat";
        Assert.True(!File.Exists(stat) || File.ReadAllText(stat).Contains(") Z "), $"process {processId} still runs");
    }
}
