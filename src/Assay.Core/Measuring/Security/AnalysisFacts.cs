namespace Assay.Core.Measuring.Security;

internal static class AnalysisFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
