using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Python;

/// <summary>The Python that runs the tools of a root: that of its <c>.venv</c> or <c>venv</c>; without one, the first on the PATH that has the tool.</summary>
internal sealed class Interpreter(string repositoryRoot, string root)
{
    private static readonly ImmutableDictionary<string, string> Surroundings = ImmutableDictionary<string, string>.Empty
        .Add("PYTHONDONTWRITEBYTECODE", "1").Add("PYTHONUTF8", "1").Add("NO_COLOR", "1");

    /// <summary>Folder that commands run in.</summary>
    internal string Folder => TreePaths.OnDisk(repositoryRoot, root);

    /// <summary>Folder relative to the repository.</summary>
    internal string Root => root;

    internal string RepositoryRoot => repositoryRoot;

    /// <summary>A module run as a program, e.g. <c>python3 -m pytest</c>.</summary>
    /// <param name="program">From <see cref="WithAsync"/>.</param>
    internal static CommandLine Module(string program, string module, IEnumerable<string> arguments, ImmutableDictionary<string, string>? variables = null) =>
        new(program, ["-m", module, .. arguments], Surroundings.SetItems(variables ?? ImmutableDictionary<string, string>.Empty));

    /// <summary>A program that has no module of its own: beside the project's interpreter, else on the PATH.</summary>
    internal CommandLine? Tool(string name, IEnumerable<string> arguments)
    {
        var beside = Own is { } own ? Path.Combine(Path.GetDirectoryName(own)!, name) : null;
        return ProgramFinder.Find(beside is not null && File.Exists(beside) ? beside : name, Folder) is { } program ? new(program, [.. arguments], Surroundings) : null;
    }

    /// <summary>The interpreter that can import the module; null where none can.</summary>
    internal async Task<string?> WithAsync(string module, StepRun run, CancellationToken cancellation)
    {
        foreach (var program in Own is { } own ? [own] : OnPath())
        {
            var look = new CommandLine(program, ["-c", $"import importlib.util, sys; sys.exit(0 if importlib.util.find_spec('{module}') else 1)"], Surroundings);
            var found = await run.Commands.RunAsync(look, Path.GetTempPath(), Path.Combine(run.Folder, $"find-{module}.log"), cancellation).ConfigureAwait(false);
            if (found.ExitCode == 0) return program;
        }
        return null;
    }

    /// <summary>A tool that is not there.</summary>
    internal AssayError Missing(string tool, string packages) => new(CollectionErrors.ToolMissing, $"{tool} is not installed for {Shown}.",
        NextStep: $"Install it where the project's own packages are: python3 -m venv .venv && .venv/bin/pip install {packages}");

    private string Shown => Own is null ? "python3" : Path.GetRelativePath(repositoryRoot, Own).Replace('\\', '/');

    private string? Own { get; } = Candidates(TreePaths.OnDisk(repositoryRoot, root)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "python.exe" : "python3")).Where(File.Exists).Distinct();

    private static IEnumerable<string> Candidates(string folder) =>
        from environment in (string[])[".venv", "venv"]
        from program in (string[])["bin/python3", "bin/python", "Scripts/python.exe"]
        select Path.Combine(folder, environment, program);
}
