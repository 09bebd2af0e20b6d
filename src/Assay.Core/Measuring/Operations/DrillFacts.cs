namespace Assay.Core.Measuring.Operations;

internal static class DrillFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
