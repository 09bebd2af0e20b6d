using Assay.Core.Evidence;

namespace Assay.Evidence.Gathering;

/// <summary>What kind of work a format comes from.</summary>
internal static class StepKinds
{
    /// <summary>Null where the format does not tell, or is not known: then every fact is concerned.</summary>
    internal static StepKind? Of(string? format) => format switch
    {
        "cobertura" or "lcov" => StepKind.Coverage,
        "junit" or "trx" => StepKind.Test,
        _ => null,
    };
}
