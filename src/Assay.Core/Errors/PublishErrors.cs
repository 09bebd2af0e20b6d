using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Publishing a verdict to a forge: ASY19xx.</summary>
public static class PublishErrors
{
    /// <summary>The job does not say where to publish.</summary>
    public static readonly ErrorKind NotConfigured = new("ASY1901", ErrorClass.Validation, "The job does not say where to publish",
        "assay publish takes repository, commit and token from the variables that GitHub Actions sets; without them it would guess.",
        "Run it in a job of GitHub Actions, with GITHUB_TOKEN in its environment.");

    /// <summary>The verdict cannot be published as it is.</summary>
    public static readonly ErrorKind VerdictUnusable = new("ASY1902", ErrorClass.Validation, "The verdict cannot be published as it is",
        "Only a whole verdict that agrees with its own gates, of a commit and not of uncommitted edits, says something about that commit.",
        "Write it again: assay check --format json --output verdict.json");

    /// <summary>The verdict is of another commit.</summary>
    public static readonly ErrorKind OtherCommit = new("ASY1903", ErrorClass.Security, "The verdict is of another commit",
        "A verdict speaks of the content that it judged; put onto another commit it would pass what nobody looked at.",
        "Check out the commit that is published to (actions/checkout with ref: ${{ github.event.pull_request.head.sha }}) and judge that.");

    /// <summary>The event runs with rights that the change must not have.</summary>
    public static readonly ErrorKind UntrustedEvent = new("ASY1904", ErrorClass.Security, "The event runs with rights that the change must not have",
        "pull_request_target and workflow_run hold a token that can write, while the verdict was made by code of the change; whoever sent it could have written it.",
        "Publish from a workflow on pull_request, merge_group or push.");

    /// <summary>The token was refused.</summary>
    public static readonly ErrorKind Refused = new("ASY1905", ErrorClass.Security, "The token was refused",
        "Nothing was changed by the refused request; the verdict stands in its file and in the exit code of the check.",
        "Give the job permissions: checks: write and pull-requests: write.");

    /// <summary>The forge does not know what was asked for.</summary>
    public static readonly ErrorKind NotThere = new("ASY1906", ErrorClass.Validation, "The forge does not know what was asked for",
        "The repository, commit or pull request is not there, or the token may not see it.",
        "Check GITHUB_REPOSITORY and GITHUB_API_URL, and the permissions of the job.");

    /// <summary>The forge asks to wait longer than this waits.</summary>
    public static readonly ErrorKind RateLimited = new("ASY1907", ErrorClass.System, "The forge asks to wait longer than this waits",
        "The rate limit of the token is used up.",
        "Run the job again after the time named.");

    /// <summary>The forge cannot be reached.</summary>
    public static readonly ErrorKind Unreachable = new("ASY1908", ErrorClass.System, "The forge cannot be reached",
        "There was no answer in time, or an answer that says it is out of order.",
        "Run the job again; where it stays so, check network, proxy and GITHUB_API_URL.");

    /// <summary>The forge did not take it.</summary>
    public static readonly ErrorKind Rejected = new("ASY1909", ErrorClass.System, "The forge did not take it",
        "The answer was none that publishing knows.",
        "Read the answer; where it speaks of a missing field, report it with this code.");

    internal static ImmutableArray<ErrorKind> All => [NotConfigured, VerdictUnusable, OtherCommit, UntrustedEvent, Refused, NotThere, RateLimited, Unreachable, Rejected];
}
