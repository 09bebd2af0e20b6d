using Assay.Core.Errors;
using Assay.Toolchains.Commands;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// The scanner: secretlint's engine, its recommended rules and its SARIF formatter. Its script exists because secretlint's command line leaves out
/// <c>node_modules</c> and its own configuration files even where git tracks them, skips what looks binary (UTF-16 does), and heeds comments that switch it off.
/// </summary>
/// <param name="cache">Folder that keeps installed tools.</param>
/// <param name="npm">Name on the PATH, or path.</param>
internal sealed class SecretScanner(string cache, string npm = "npm")
{
    private readonly NpmTool _tool =
        new(cache, "secrets", "Secrets", "scan.mjs", "secret scanner", "Secrets were not searched for", npm, "; or put gitleaks on the PATH");

    /// <summary>Where it is installed.</summary>
    internal string Folder => _tool.Folder;

    /// <summary>Installs it unless it is there; null where that went well.</summary>
    internal Task<AssayError?> InstallAsync(CommandRunner commands, string logPath, CancellationToken cancellation) => _tool.InstallAsync(commands, logPath, cancellation);

    /// <summary>The command that scans the listed files below the root.</summary>
    internal CommandLine Scan(string list, string root, string output) => _tool.Run(list, root, output);
}
