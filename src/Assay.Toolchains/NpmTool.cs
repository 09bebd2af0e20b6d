using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains;

/// <summary>A tool that Assay brings along from npm: every package pinned by version and by digest, driven by a script of Assay's own, kept in the tool cache.</summary>
/// <param name="cache">Folder that keeps installed tools.</param>
/// <param name="name">Begins its folder's name, e.g. <c>secrets</c>.</param>
/// <param name="resources">Where its parts are embedded, e.g. <c>Secrets</c>.</param>
/// <param name="title">What it is called in messages, e.g. <c>secret scanner</c>.</param>
/// <param name="undone">What is left undone without it, e.g. <c>Secrets were not searched for</c>.</param>
/// <param name="npm">Name on the PATH, or path.</param>
/// <param name="instead">What else would do, after a semicolon; empty where nothing.</param>
/// <param name="module">A further module that the script loads; null where it is alone.</param>
internal sealed class NpmTool(string cache, string name, string resources, string script, string title, string undone, string npm = "npm", string instead = "", string? module = null)
{
    private readonly ImmutableArray<string> _parts = ["package.json", "package-lock.json", script, .. module is null ? (ReadOnlySpan<string>)[] : [module]];

    private string? _folder;

    /// <summary>Where this very tool is installed: another pin or script is another folder.</summary>
    internal string Folder => _folder ??= Path.Combine(cache, $"{name}-{Digest()[..16]}");

    /// <summary>Installs it unless it is there; null where that went well.</summary>
    internal async Task<AssayError?> InstallAsync(CommandRunner commands, string logPath, CancellationToken cancellation)
    {
        if (Directory.Exists(Folder))
        {
            return null;
        }

        string temporary = $"{Folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (string part in _parts)
            {
                await File.WriteAllBytesAsync(Path.Combine(temporary, part), Content(part), cancellation).ConfigureAwait(false);
            }

            var install = new CommandLine(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
            CommandOutcome outcome = await commands.RunAsync(install, temporary, logPath, cancellation).ConfigureAwait(false);
            if (outcome.ExitCode != 0)
            {
                return Missing(outcome);
            }

            Keep(temporary);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new AssayError(SystemErrors.NotWritable, $"The {title} could not be installed: {e.Message}", cache);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>The command that runs its script.</summary>
    internal CommandLine Run(params ReadOnlySpan<string> arguments) => new("node", [Path.Combine(Folder, script), .. arguments]);

    /// <summary>Somebody else may have been faster: theirs is the same.</summary>
    private void Keep(string temporary)
    {
        try
        {
            Directory.Move(temporary, Folder);
        }
        catch (IOException) when (Directory.Exists(Folder))
        {
            Delete(temporary);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private AssayError Missing(CommandOutcome outcome) => outcome switch
    {
        { NotFound: true } => new(CollectionErrors.ToolMissing, $"{undone}: npm is not installed, and the {title} comes from there.",
            NextStep: $"Install Node.js 20.11 or later, which brings npm{instead}."),
        { TimedOut: true } => new(CollectionErrors.ToolTimedOut, $"The {title} could not be installed: npm did not end in time.",
            NextStep: "Check that the npm registry can be reached, then run the check again."),
        _ => new(CollectionErrors.ToolMissing, $"{undone}: npm could not install the {title} (exit code {outcome.ExitCode}).",
            NextStep: $"Check that the npm registry can be reached; npm's own words stand in {Path.GetFileName(outcome.LogPath)}."),
    };

    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in _parts)
        {
            hash.AppendData(Content(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private byte[] Content(string part)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{resources}/{part}")
            ?? throw new InvalidOperationException($"{resources}/{part} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
