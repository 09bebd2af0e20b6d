namespace Assay.Core.Measuring.Security;

internal static class ThreatModelFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
