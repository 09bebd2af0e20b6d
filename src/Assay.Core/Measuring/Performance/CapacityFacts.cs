namespace Assay.Core.Measuring.Performance;

internal static class CapacityFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
