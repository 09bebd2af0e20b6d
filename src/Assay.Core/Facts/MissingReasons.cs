namespace Assay.Core.Facts;

/// <summary>Why a fact is missing, where the reason alone tells which one step produces it; whoever measures and whoever advises use the same words.</summary>
public static class MissingReasons
{
    /// <summary>No glob of business logic is declared.</summary>
    public const string NoCriticalPaths = "no critical paths are declared";

    /// <summary>There is no record of requirements.</summary>
    public const string NoRequirements = "no requirements.yaml with acceptance criteria";

    /// <summary>There is no record of targets.</summary>
    public const string NoTargets = "no slo.yaml";

    /// <summary>There is no threat model.</summary>
    public const string NoThreatModel = "there is no threat model";

    /// <summary>There is no decision record.</summary>
    public const string NoDecision = "there is no decision under decisions/, docs/decisions/ or docs/adr/";

    /// <summary>How the reason ends where evidence was produced from other content than what is judged.</summary>
    public const string OtherContent = " was produced from other content";
}
