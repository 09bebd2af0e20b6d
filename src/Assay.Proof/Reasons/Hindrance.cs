using System.Text.RegularExpressions;

namespace Assay.Proof.Reasons;

/// <summary>What keeps a test from showing anything: time, memory, the machine, the network, a tool.</summary>
internal static partial class Hindrance
{
    /// <summary>The runner waited too long, whatever else the text holds.</summary>
    internal static bool IsTimeOut(Failure failure) => RunnerTimeOut().IsMatch(failure.Text) || (failure.Heads is [var first, ..] && RunnerTimeOut().IsMatch(first.Message));

    /// <summary>In a few words; null where nothing hindered it.</summary>
    internal static string? Of(Failure failure)
    {
        // Something in the test waited too long, or was told to stop waiting.
        if (failure.Heads.Any(head => head.Type is "TimeoutException" or "TimeoutError" or "TestTimeoutException" or "Timeout" or "timeout" or "TimeoutExpired" or "OperationCanceledException"
            or "TaskCanceledException" or "TestCanceledException" or "AbortError" or "CancelledError" || RunnerTimeOut().IsMatch(head.Message))) return "timed out";
        foreach (var text in failure.Heads.Select(head => $"{head.Type} {head.Code}: {head.Message}").Prepend(failure.Text))
        {
            if (Memory().IsMatch(text)) return "out of memory";
            if (Crash().IsMatch(text)) return "the process that runs the tests ended";
            if (Tool().IsMatch(text)) return "a tool is missing";
            if (Network().IsMatch(text)) return "the network, a port or a server was not there";
            if (Permission().IsMatch(text)) return "no permission";
            if (RunTime().IsMatch(text)) return "a library or a runtime is missing";
            if (Fixture().IsMatch(text)) return "the runner could not set the test up";
        }
        return null;
    }

    [GeneratedRegex(@"^\s*(?:Error: )?(?:(?:Test|Hook) timed out in \d+\s?ms|(?:thrown: "")?Exceeded timeout of \d|Timeout of \d+ms exceeded|test timed out after \d|Test execution timed out after|Test exceeded (?:Timeout|CancelAfter)|Test '.*' (?:timed out|exceeded|execution timed)|Timeout [>(]|Failed: Timeout|Test method .* exceeded|.*exceeded execution timeout|Promise resolution is still pending|Timed out in waitFor|.*\btimed out (?:after|waiting))", RegexOptions.IgnoreCase)]
    private static partial Regex RunnerTimeOut();

    [GeneratedRegex(@"OutOfMemory|heap out of memory|MemoryError|\bENOMEM\b|\bENOSPC\b|\bEMFILE\b|No space left on device|Too many open files")]
    private static partial Regex Memory();

    [GeneratedRegex(@"[Tt]est host process (?:crashed|exited)|Worker (?:exited|terminated|process)|worker process|terminated unexpectedly|SIGKILL|SIGSEGV|SIGABRT|Segmentation fault|Fatal Python error|^test failed$|child process|Jest worker encountered|ERR_WORKER")]
    private static partial Regex Crash();

    [GeneratedRegex(@"\bspawn(?:Sync)? \S+ E[A-Z]+|command not found|: not found\s*$|is not recognized as an internal|trying to start process|Command failed: |Executable doesn't exist|CalledProcessError|exited with code 127|SDK (?:was )?not found|No \.NET SDKs|You must install or update", RegexOptions.Multiline)]
    private static partial Regex Tool();

    [GeneratedRegex(@"\b(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EADDRINUSE|EADDRNOTAVAIL|EPIPE)\b|SocketException|WebException|fetch failed|socket hang up|Connection(?:Refused|Reset|Aborted)?Error\b|gaierror|URLError|MaxRetryError|getaddrinfo|[Cc]onnection refused|[Nn]ame or service not known|No route to host|[Aa]ddress already in use|NpgsqlException|MySqlException|MongoServerSelectionError|MongoConnectionException|RedisConnectionException|BrokerUnreachable|PrismaClientInitializationError|could not (?:connect to|translate host)|network-related|Docker (?:is|was) (?:either )?not|DockerUnavailable|^HttpRequestException[^:]*: (?!Response status)|SSLError|certificate")]
    private static partial Regex Network();

    [GeneratedRegex(@"\b(?:EACCES|EPERM|EROFS)\b|UnauthorizedAccessException|PermissionError|[Pp]ermission denied")]
    private static partial Regex Permission();

    [GeneratedRegex(@"DllNotFoundException|BadImageFormatException|Could not load file or assembly|NODE_MODULE_VERSION|ERR_DLOPEN_FAILED|cannot open shared object|Library not loaded|GLIBC|FileLoadException")]
    private static partial Regex RunTime();

    [GeneratedRegex(@"did not have matching fixture data|fixture '.*' not found|Failed to parse source|Failed to parse|Transform failed|Cannot use import statement|Unexpected token 'export'|SyntaxError(?!.*(?:does not provide an export|JSON|Unexpected end of))|IndentationError|Your test suite must contain|No test suite found|ERR_UNKNOWN_FILE_EXTENSION|ERR_REQUIRE_ESM|Unknown file extension")]
    private static partial Regex Fixture();
}
