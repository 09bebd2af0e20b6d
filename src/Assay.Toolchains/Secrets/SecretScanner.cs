using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// The scanner: secretlint's engine, its recommended rules and its SARIF formatter from npm, each pinned by version and by digest, driven by a
/// script of Assay's own. The script exists because secretlint's command line leaves out <c>node_modules</c> and its own configuration files even where
/// git tracks them, skips what looks binary (UTF-16 does), and heeds comments that switch it off.
/// </summary>
/// <param name="cache">Folder that keeps installed tools.</param>
/// <param name="npm">Name on the PATH, or path.</param>
internal sealed class SecretScanner(string cache, string npm = "npm")
{
    private static readonly ImmutableArray<string> Parts = ["package.json", "package-lock.json", "scan.mjs"];

    /// <summary>Where this very scanner is installed: another pin or script is another folder.</summary>
    internal string Folder { get; } = Path.Combine(cache, $"secrets-{Digest()[..16]}");

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
            foreach (string part in Parts)
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
            return new AssayError(SystemErrors.NotWritable, $"The secret scanner could not be installed: {e.Message}", cache);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>The command that scans the listed files below the root.</summary>
    internal CommandLine Scan(string list, string root, string output) =>
        new("node", [Path.Combine(Folder, "scan.mjs"), list, root, output]);

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

    private static AssayError Missing(CommandOutcome outcome) => outcome switch
    {
        { NotFound: true } => new(CollectionErrors.ToolMissing, "Secrets were not searched for: npm is not installed, and the scanner comes from there.",
            NextStep: "Install Node.js 20.11 or later, which brings npm; or put gitleaks on the PATH."),
        { TimedOut: true } => new(CollectionErrors.ToolTimedOut, "The secret scanner could not be installed: npm did not end in time.",
            NextStep: "Check that the npm registry can be reached, then run the check again."),
        _ => new(CollectionErrors.ToolMissing, $"Secrets were not searched for: npm could not install the scanner (exit code {outcome.ExitCode}).",
            NextStep: $"Check that the npm registry can be reached; npm's own words stand in {Path.GetFileName(outcome.LogPath)}."),
    };

    private static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in Parts)
        {
            hash.AppendData(Content(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Content(string part)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Secrets/{part}")
            ?? throw new InvalidOperationException($"Secrets/{part} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
