using System.Collections.Immutable;

namespace Assay.Git.Remotes;

/// <summary>What git is given besides <see cref="Processes.GitEnvironment"/> where it speaks with another repository: it asks nobody anything, and speaks only as it is told to.</summary>
internal static class RemoteEnvironment
{
    /// <summary>No program asks for a password, and no other way of transport than these is taken, whatever an address or a redirection says. See git(1).</summary>
    public static readonly ImmutableDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["GIT_ALLOW_PROTOCOL"] = "https:ssh:file",
        ["GIT_ASKPASS"] = "",
        ["SSH_ASKPASS"] = "",
        ["SSH_ASKPASS_REQUIRE"] = "never",
        ["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes -oConnectTimeout=20",
    }.ToImmutableDictionary();

    /// <summary>Settings before the subcommand: no helper for credentials, nothing that goes on in the background.</summary>
    public static readonly ImmutableArray<string> Options = ["-c", "credential.helper=", "-c", "gc.auto=0", "-c", "maintenance.auto=false"];
}
