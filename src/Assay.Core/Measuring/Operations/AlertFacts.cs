namespace Assay.Core.Measuring.Operations;

internal static class AlertFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
