using Assay.Core.Observations;

namespace Assay.Evidence.Trx;

/// <summary>Outcomes of the TRX schema (<c>TestOutcome</c> in vstst.xsd).</summary>
internal static class TrxOutcome
{
    /// <summary>
    /// How a test ended; null for a word that the schema does not know. Whatever did not come to a good end failed;
    /// an attribute that is left out has the schema's first value, <c>Error</c>.
    /// </summary>
    public static TestOutcome? Of(string? outcome) => outcome switch
    {
        "Passed" or "Warning" or "Completed" or "PassedButRunAborted" => TestOutcome.Passed,
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" => TestOutcome.Skipped,
        null or "Error" or "Failed" or "Timeout" or "Aborted" or "Disconnected" or "InProgress" => TestOutcome.Failed,
        _ => null,
    };
}
